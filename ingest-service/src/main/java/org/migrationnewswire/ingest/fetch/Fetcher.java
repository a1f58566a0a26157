// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import java.net.URI;
import java.time.Clock;

/** Fetches documents by {@code http}, {@code https} and {@code file}. Thread-safe; blocks the calling thread. */
public final class Fetcher implements AutoCloseable {
    private final HttpFetcher http;
    private final FileFetcher file;

    /**
     * A fetcher.
     *
     * @param networks which addresses may be dialled
     * @param limits how much a publisher may ask of us
     * @param identity who we are to publishers
     * @param hosts whose turn it is
     */
    public Fetcher(Networks networks, FetchLimits limits, Identity identity, Hosts hosts, Clock clock) {
        this.http = new HttpFetcher(networks, limits, identity, hosts, clock);
        this.file = new FileFetcher(limits.maxBytes());
    }

    /** Fetches the document unless the validators say that it has not changed. */
    public FetchResult fetch(FetchRequest request) {
        String url = request.url();
        try {
            URI uri = URI.create(url);
            return switch (String.valueOf(uri.getScheme()).toLowerCase(java.util.Locale.ROOT)) {
                case "http", "https" ->
                    uri.getHost() == null
                            ? new FetchResult.Failed("bad-url", "'" + url + "' has no host", null)
                            : http.fetch(uri, request);
                case "file" -> file.fetch(uri, request.validators());
                default -> new FetchResult.Failed("bad-url", "'" + url + "' is neither http, https nor file", null);
            };
        } catch (IllegalArgumentException e) {
            return new FetchResult.Failed("bad-url", "'" + url + "' is no address: " + e.getMessage(), null);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
