// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.ingest.fetch.Deadlines.Deadline;

/** Documents by HTTP, redirects followed. */
final class HttpFetcher implements AutoCloseable {
    private static final int MAX_REDIRECTS = 5;
    private static final Set<Integer> PERMANENT = Set.of(301, 308);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final String ACCEPT =
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5";

    private final FetchLimits limits;
    private final Identity identity;
    private final Hosts hosts;
    private final Clock clock;
    private final Answers answers;
    private final Deadlines deadlines = new Deadlines();
    private final CloseableHttpClient verifying;
    private final CloseableHttpClient trusting;

    HttpFetcher(Networks networks, FetchLimits limits, Identity identity, Hosts hosts, Clock clock) {
        this.limits = limits;
        this.identity = identity;
        this.hosts = hosts;
        this.clock = clock;
        this.answers = new Answers(limits, identity.userAgent(), clock);
        CheckedResolver resolver = new CheckedResolver(
                networks, identity.proxy() == null ? null : identity.proxy().getHost());
        this.verifying = HttpClients.verifying(resolver, limits, identity);
        this.trusting = HttpClients.trusting(resolver, limits, identity);
    }

    FetchResult fetch(URI start, FetchRequest request) {
        if (identity.lacks(request.auth())) {
            return new FetchResult.Failed(
                    "no-secret",
                    "the feed signs in with a secret that is not there: set newswire.ingest.secrets."
                            + (request.auth() == null ? "" : request.auth().secret()),
                    null);
        }
        Way way = new Way(start);
        try {
            return follow(way, request);
        } catch (IOException | IllegalArgumentException e) {
            return Failures.of(way.uri, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new FetchResult.Failed("unreachable", "the fetch of " + start + " was stopped", null);
        }
    }

    @Override
    public void close() {
        deadlines.close();
        try {
            verifying.close();
            trusting.close();
        } catch (IOException e) {
            throw new IllegalStateException("the HTTP client did not close", e);
        }
    }

    /** Where a request has got to. */
    private static final class Way {
        private final URI start;
        private URI uri;
        private boolean permanent = true;
        private Duration spent = Duration.ZERO;

        Way(URI start) {
            this.start = start;
            this.uri = start;
        }

        @Nullable
        String movedTo() {
            return permanent && !uri.equals(start) ? uri.toString() : null;
        }

        void redirect(int status, URI to) {
            permanent &= PERMANENT.contains(status);
            uri = to;
        }
    }

    private FetchResult follow(Way way, FetchRequest request) throws IOException, InterruptedException {
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            Instant closed = hosts.closedUntil(way.uri);
            if (closed != null) {
                return new FetchResult.Postponed(closed);
            }
            Optional<FetchResult> result = hosts.request(way.uri, () -> Optional.ofNullable(hop(way, request)));
            if (result.isPresent()) {
                if (result.get() instanceof FetchResult.Throttled throttled) {
                    hosts.close(way.uri, Instant.now(clock).plus(throttled.retryAfter()));
                }
                return result.get();
            }
        }
        return new FetchResult.Failed(
                "redirects", way.start + " redirects more than " + MAX_REDIRECTS + " times", null);
    }

    /** One request: the result, or null when it was a redirect. */
    private @Nullable FetchResult hop(Way way, FetchRequest request) throws IOException {
        Instant begun = Instant.now(clock);
        HttpGet get = get(way, request);
        Duration left = limits.total().minus(way.spent);
        try (Deadline total = deadlines.over(get, left, "did not answer in full within " + seconds(limits.total()));
                Deadline header =
                        deadlines.over(get, limits.header(), "sent no header within " + seconds(limits.header()))) {
            try (ClassicHttpResponse response = client(request).executeOpen(null, get, HttpClientContext.create())) {
                header.close();
                if (!REDIRECTS.contains(response.getCode())) {
                    return answers.read(way.uri, way.movedTo(), response, request.validators());
                }
                return redirect(way, response);
            } catch (IOException e) {
                Deadline missed = total.isMissed() ? total : header.isMissed() ? header : null;
                if (missed == null) {
                    throw e;
                }
                return new FetchResult.Failed("timeout", way.uri + " " + missed.what(), null);
            }
        } finally {
            way.spent = way.spent.plus(Duration.between(begun, Instant.now(clock)));
        }
    }

    private static @Nullable FetchResult redirect(Way way, ClassicHttpResponse response) {
        var header = response.getFirstHeader("Location");
        if (header == null) {
            return new FetchResult.Failed(
                    "redirects", way.uri + " redirects without saying where to", response.getCode());
        }
        URI to = way.uri.resolve(URI.create(header.getValue().strip().replace(" ", "%20")));
        if (to.getHost() == null || !("http".equals(to.getScheme()) || "https".equals(to.getScheme()))) {
            return new FetchResult.Failed(
                    "redirects", way.start + " redirects to " + to + ", which is not http", response.getCode());
        }
        way.redirect(response.getCode(), to);
        return null;
    }

    private HttpGet get(Way way, FetchRequest request) {
        HttpGet get = new HttpGet(way.uri);
        get.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(limits.total()))
                .setResponseTimeout(Timeout.of(limits.idle()))
                .build());
        get.setHeader("Accept", ACCEPT);
        get.setHeader("Accept-Encoding", Encodings.ACCEPTED);
        if (request.validators().etag() != null) {
            get.setHeader("If-None-Match", request.validators().etag());
        }
        if (request.validators().lastModified() != null) {
            get.setHeader("If-Modified-Since", request.validators().lastModified());
        }
        if (sameOrigin(way.start, way.uri)) {
            identity.sign(get, request.auth());
        }
        return get;
    }

    private CloseableHttpClient client(FetchRequest request) {
        return request.unverifiedTls() ? trusting : verifying;
    }

    private static boolean sameOrigin(URI a, URI b) {
        return a.getScheme().equalsIgnoreCase(b.getScheme())
                && a.getHost().equalsIgnoreCase(b.getHost())
                && a.getPort() == b.getPort();
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }
}
