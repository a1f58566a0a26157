// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/**
 * A server with many names: feed n is asked for at an address of its own in 127.0.0.0/8. It answers with the feed's
 * document once, and 304 to whoever has it. Nobody but this machine is answered.
 */
final class LoopbackPublisher implements AutoCloseable {
    private static final String TAG = "\"1\"";
    private static final int HOSTS_A_NETWORK = 250;

    private final HttpServer server;
    private final int entries;

    /** A server of feeds with so many entries each. */
    LoopbackPublisher(int entries) {
        this.entries = entries;
        try {
            this.server = HttpServer.create(new InetSocketAddress(0), 4_096);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/feed/", this::answer);
        server.start();
    }

    String url(int feed) {
        return "http://127." + (1 + feed / HOSTS_A_NETWORK / HOSTS_A_NETWORK) + "."
                + feed / HOSTS_A_NETWORK % HOSTS_A_NETWORK + "." + (1 + feed % HOSTS_A_NETWORK) + ":"
                + server.getAddress().getPort() + "/feed/" + feed;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRemoteAddress().getAddress().isLoopbackAddress()) {
                return;
            }
            exchange.getResponseHeaders().set("ETag", TAG);
            if (TAG.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            String path = exchange.getRequestURI().getPath();
            byte[] body = Documents.ofFeed(Integer.parseInt(path.substring("/feed/".length())), entries);
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
