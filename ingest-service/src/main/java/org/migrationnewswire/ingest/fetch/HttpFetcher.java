// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.migrationnewswire.contracts.FeedState.Validators;

/** Documents by HTTP. */
final class HttpFetcher implements AutoCloseable {
    private static final int MAX_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int BUFFER = 16 * 1024;

    private final Networks networks;
    private final FetchLimits limits;
    private final Clock clock;
    private final HttpClient client;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    HttpFetcher(Networks networks, FetchLimits limits, Clock clock) {
        this.networks = networks;
        this.limits = limits;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(limits.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** The total deadline holds for a body that drips as well, so it is kept from outside the request. */
    FetchResult fetch(URI uri, Validators validators) {
        Future<FetchResult> answer = threads.submit(() -> follow(uri, validators));
        try {
            return answer.get(limits.total().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new FetchResult.Failed(
                    "timeout",
                    uri + " did not answer in full within " + limits.total().toSeconds() + " s",
                    null);
        } catch (ExecutionException e) {
            return failed(uri, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new FetchResult.Failed("unreachable", "the fetch of " + uri + " was stopped", null);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.shutdownNow();
    }

    private FetchResult follow(URI start, Validators validators) throws IOException, InterruptedException {
        URI uri = start;
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            checkAddress(uri);
            HttpResponse<InputStream> response =
                    client.send(request(uri, validators), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (!REDIRECTS.contains(response.statusCode())) {
                    return result(uri, response, body, validators);
                }
            }
            String location = response.headers().firstValue("Location").orElse("");
            uri = uri.resolve(URI.create(location.replace(" ", "%20")));
            if (!"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme())) {
                return new FetchResult.Failed(
                        "redirects", start + " redirects to " + uri + ", which is not http", response.statusCode());
            }
        }
        return new FetchResult.Failed("redirects", start + " redirects more than " + MAX_REDIRECTS + " times", null);
    }

    private HttpRequest request(URI uri, Validators validators) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(limits.total())
                .header("User-Agent", limits.userAgent())
                .header(
                        "Accept",
                        "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5")
                .header("Accept-Encoding", "gzip");
        if (validators.etag() != null) {
            request.header("If-None-Match", validators.etag());
        }
        if (validators.lastModified() != null) {
            request.header("If-Modified-Since", validators.lastModified());
        }
        return request.build();
    }

    private FetchResult result(URI uri, HttpResponse<InputStream> response, InputStream body, Validators asked)
            throws IOException {
        int status = response.statusCode();
        return switch (status) {
            case 200 -> fetched(uri, response, body);
            case 304 -> new FetchResult.NotModified(validators(response, asked));
            case 410 -> new FetchResult.Gone();
            case 429, 503 ->
                new FetchResult.Throttled(
                        status,
                        RetryAfter.of(
                                response.headers().firstValue("Retry-After").orElse(null), Instant.now(clock)));
            default -> new FetchResult.Failed("http-status", uri + " answered " + status, status);
        };
    }

    private FetchResult fetched(URI uri, HttpResponse<InputStream> response, InputStream body) throws IOException {
        Counting counting = new Counting(body);
        boolean gzip =
                response.headers().firstValue("Content-Encoding").orElse("").contains("gzip");
        ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER);
        try (InputStream in = gzip ? new GZIPInputStream(counting, BUFFER) : counting) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                if (out.size() > limits.maxBytes()) {
                    return new FetchResult.Failed(
                            "too-large",
                            uri + " is larger than " + limits.maxBytes() + " bytes",
                            response.statusCode());
                }
            }
        }
        return new FetchResult.Fetched(
                out.toByteArray(),
                response.headers().firstValue("Content-Type").orElse(null),
                response.statusCode(),
                counting.count(),
                validators(response, Validators.NONE),
                uri.toString());
    }

    private static Validators validators(HttpResponse<?> response, Validators otherwise) {
        return new Validators(
                response.headers().firstValue("ETag").orElse(otherwise.etag()),
                response.headers().firstValue("Last-Modified").orElse(otherwise.lastModified()));
    }

    private void checkAddress(URI uri) throws IOException {
        if (uri.getHost() == null) {
            throw new UnknownHostException("no host in " + uri);
        }
        for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
            if (!networks.allow(address)) {
                throw new ForbiddenAddressException(uri.getHost(), address);
            }
        }
    }

    private static FetchResult failed(URI uri, Throwable cause) {
        return switch (cause) {
            case ForbiddenAddressException e ->
                new FetchResult.Failed("forbidden-address", String.valueOf(e.getMessage()), null);
            case UnknownHostException e ->
                new FetchResult.Failed("unreachable", "there is no host " + uri.getHost(), null);
            case HttpConnectTimeoutException e ->
                new FetchResult.Failed("timeout", uri.getHost() + " did not accept a connection in time", null);
            case HttpTimeoutException e -> new FetchResult.Failed("timeout", uri + " did not answer in time", null);
            case SSLException e ->
                new FetchResult.Failed("tls", uri.getHost() + " has no valid certificate: " + e.getMessage(), null);
            case ConnectException e ->
                new FetchResult.Failed("unreachable", uri.getAuthority() + " refuses connections", null);
            case ZipException e ->
                new FetchResult.Failed("malformed-gzip", uri + " is not the gzip that it says", null);
            case EOFException e -> new FetchResult.Failed("unreachable", uri + " broke off in the middle", null);
            case IOException e -> new FetchResult.Failed("unreachable", uri + " broke off: " + e.getMessage(), null);
            case IllegalArgumentException e ->
                new FetchResult.Failed("bad-url", uri + " leads to no address: " + e.getMessage(), null);
            default -> throw new IllegalStateException("fetching " + uri, cause);
        };
    }
}
