// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.FeedState.Validators;

/** What became of a request for a feed's document. */
public sealed interface FetchResult {
    /**
     * The document.
     *
     * @param body decompressed
     * @param contentType value of the header; null when there is none
     * @param status HTTP status; null for a file
     * @param bytes length as it came over the wire
     * @param validators for the next request
     * @param location where it was found after redirects
     */
    record Fetched(
            byte[] body,
            @Nullable String contentType,
            @Nullable Integer status,
            long bytes,
            Validators validators,
            String location)
            implements FetchResult {}

    /** It has not changed (304), with the validators for the next request. */
    record NotModified(Validators validators) implements FetchResult {}

    /** The publisher asks to wait (429, 503): at least that long. */
    record Throttled(int status, Duration retryAfter) implements FetchResult {}

    /** The publisher says it is gone for good (410). */
    record Gone() implements FetchResult {}

    /**
     * It could not be had.
     *
     * @param category {@code unreachable}, {@code timeout}, {@code tls}, {@code http-status}, {@code too-large},
     *     {@code forbidden-address}, {@code redirects}, {@code bad-url}, {@code no-such-file}, {@code malformed-gzip}
     * @param detail a sentence for a person
     * @param status HTTP status; null when there was no answer
     */
    record Failed(String category, String detail, @Nullable Integer status) implements FetchResult {}
}
