// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** What went wrong with a request, in our categories and in a sentence. */
final class Failures {
    private Failures() {}

    static FetchResult.Failed of(URI uri, Exception cause) {
        String host = uri.getHost();
        return switch (cause) {
            case ForbiddenAddressException e -> failed("forbidden-address", String.valueOf(e.getMessage()));
            case UnknownHostException e -> failed("unreachable", "there is no host " + host);
            case ConnectTimeoutException e -> failed("timeout", host + " did not accept a connection in time");
            case SocketTimeoutException e -> failed("timeout", uri + " fell silent for too long");
            case SSLException e -> failed("tls", host + " has no valid certificate: " + e.getMessage());
            case ConnectException e -> failed("unreachable", uri.getAuthority() + " refuses connections");
            case ZipException e -> failed("malformed-encoding", uri + " is not encoded as it says");
            case NoHttpResponseException e -> failed("unreachable", uri + " closed the connection without an answer");
            case ConnectionClosedException e -> failed("truncated", uri + " broke off in the middle");
            case EOFException e -> failed("truncated", uri + " broke off in the middle");
            case IOException e when isBrotli(e) -> failed("malformed-encoding", uri + " is not encoded as it says");
            case IOException e -> failed("unreachable", uri + " broke off: " + e.getMessage());
            case IllegalArgumentException e -> failed("bad-url", uri + " leads to no address: " + e.getMessage());
            default -> throw new IllegalStateException("fetching " + uri, cause);
        };
    }

    private static boolean isBrotli(IOException e) {
        return String.valueOf(e.getMessage()).contains("Brotli");
    }

    private static FetchResult.Failed failed(String category, String detail) {
        return new FetchResult.Failed(category, detail, null);
    }
}
