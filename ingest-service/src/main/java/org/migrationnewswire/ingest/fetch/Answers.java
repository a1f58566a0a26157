// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.NameValuePair;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.FeedState.Validators;
import org.migrationnewswire.ingest.fetch.FetchResult.Headers;

/** From an HTTP answer to what it means for a feed. */
final class Answers {
    private static final int BUFFER = 16 * 1024;
    private static final int LOOKED_AT = 64 * 1024;

    private final FetchLimits limits;
    private final String userAgent;
    private final Clock clock;

    Answers(FetchLimits limits, String userAgent, Clock clock) {
        this.limits = limits;
        this.userAgent = userAgent;
        this.clock = clock;
    }

    FetchResult read(URI uri, @Nullable String movedTo, ClassicHttpResponse response, Validators asked)
            throws IOException {
        int status = response.getCode();
        return switch (status) {
            case 200, 203 -> fetched(uri, movedTo, response);
            case 304 -> new FetchResult.NotModified(headers(uri, response, asked), movedTo);
            case 410 -> new FetchResult.Gone();
            case 401, 407 ->
                new FetchResult.Failed(
                        "unauthorized", uri + " wants a sign-in (" + status + "): give the feed an auth", status);
            case 403 -> BotWall.blocked(uri.getHost(), userAgent, status);
            case 429, 503 ->
                isWall(response)
                        ? BotWall.blocked(uri.getHost(), userAgent, status)
                        : new FetchResult.Throttled(
                                status, RetryAfter.of(value(response, "Retry-After"), Instant.now(clock)));
            default -> new FetchResult.Failed("http-status", uri + " answered " + status, status);
        };
    }

    private FetchResult fetched(URI uri, @Nullable String movedTo, ClassicHttpResponse response) throws IOException {
        Counting counting = new Counting(content(response));
        byte[] body = read(counting, value(response, "Content-Encoding"), limits.maxBytes());
        if (body.length > limits.maxBytes()) {
            return new FetchResult.Failed(
                    "too-large", uri + " is larger than " + limits.maxBytes() + " bytes", response.getCode());
        }
        if (BotWall.is(body)) {
            return BotWall.blocked(uri.getHost(), userAgent, response.getCode());
        }
        return new FetchResult.Fetched(
                body,
                headers(uri, response, Validators.NONE),
                response.getCode(),
                counting.count(),
                uri.toString(),
                movedTo);
    }

    /** The body decoded; one byte more than the limit at most. */
    private static byte[] read(InputStream in, @Nullable String encoding, int limit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER);
        InputStream decoded = Encodings.decoded(in, encoding);
        byte[] buffer = new byte[BUFFER];
        for (int n = decoded.read(buffer); n >= 0 && out.size() <= limit; n = decoded.read(buffer)) {
            out.write(buffer, 0, n);
        }
        return out.toByteArray();
    }

    private boolean isWall(ClassicHttpResponse response) {
        if ("challenge".equals(value(response, "cf-mitigated"))) {
            return true;
        }
        try {
            return BotWall.is(read(content(response), value(response, "Content-Encoding"), LOOKED_AT));
        } catch (IOException e) {
            return false; // what can't be read is no wall that we could tell
        }
    }

    private static InputStream content(ClassicHttpResponse response) throws IOException {
        return response.getEntity() == null
                ? InputStream.nullInputStream()
                : response.getEntity().getContent();
    }

    private Headers headers(URI uri, ClassicHttpResponse response, Validators otherwise) {
        List<String> links = Arrays.stream(response.getHeaders("Link"))
                .map(NameValuePair::getValue)
                .toList();
        String etag = value(response, "ETag");
        String lastModified = value(response, "Last-Modified");
        String hub = LinkHeader.of(links, "hub");
        String self = LinkHeader.of(links, "self");
        return new Headers(
                value(response, "Content-Type"),
                new Validators(
                        etag == null ? otherwise.etag() : etag,
                        lastModified == null ? otherwise.lastModified() : lastModified),
                Freshness.of(value(response, "Cache-Control"), value(response, "Expires"), Instant.now(clock)),
                hub == null ? null : absolute(uri, hub),
                self == null ? null : absolute(uri, self));
    }

    private static @Nullable String absolute(URI base, String link) {
        try {
            return base.resolve(link).toString();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String value(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}
