// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.FeedState.Validators;

/** What became of a request for a feed's document. */
public sealed interface FetchResult {
    /**
     * The document.
     *
     * @param body decompressed
     * @param headers what came with it
     * @param status HTTP status; null for a file
     * @param bytes length as it came over the wire
     * @param location where it was found after redirects
     * @param movedTo where it is from now on, when every redirect on the way there was permanent; else null
     */
    record Fetched(
            byte[] body,
            Headers headers,
            @Nullable Integer status,
            long bytes,
            String location,
            @Nullable String movedTo)
            implements FetchResult {}

    /** It has not changed (304). */
    record NotModified(Headers headers, @Nullable String movedTo) implements FetchResult {}

    /** The publisher asks to wait (429, 503): at least that long. */
    record Throttled(int status, Duration retryAfter) implements FetchResult {}

    /** The host has asked, when it was asked for another feed, to be left alone until then; nothing was sent. */
    record Postponed(Instant until) implements FetchResult {}

    /** The publisher says it is gone for good (410). */
    record Gone() implements FetchResult {}

    /**
     * It could not be had.
     *
     * @param category {@code unreachable}, {@code timeout}, {@code tls}, {@code http-status}, {@code unauthorized},
     *     {@code blocked}, {@code too-large}, {@code truncated}, {@code forbidden-address}, {@code redirects},
     *     {@code bad-url}, {@code no-such-file}, {@code no-secret}, {@code malformed-encoding}
     * @param detail a sentence for a person
     * @param status HTTP status; null when there was no answer
     */
    record Failed(String category, String detail, @Nullable Integer status) implements FetchResult {}

    /**
     * What came with a document.
     *
     * @param contentType null when there is none
     * @param validators for the next request
     * @param freshFor how long it is fresh, by Cache-Control or Expires (RFC 9111); null when it does not say
     * @param hub address of a hub (W3C WebSub, section 4) from a Link header; null when there is none
     * @param self what the hub calls the document; null when there is none
     */
    record Headers(
            @Nullable String contentType,
            Validators validators,
            @Nullable Duration freshFor,
            @Nullable String hub,
            @Nullable String self) {
        /** What comes with a file. */
        static Headers of(Validators validators) {
            return new Headers(null, validators, null, null, null);
        }
    }
}
