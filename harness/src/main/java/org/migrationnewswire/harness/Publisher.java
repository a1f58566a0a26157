// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.harness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * A publisher on loopback with one feed, which remembers all that it has ever published. Items are on countries in
 * turn, so that each has something to be tagged with.
 */
public final class Publisher implements AutoCloseable {
    private static final List<String> COUNTRIES = List.of("Malta", "Kenya", "Peru", "Nepal", "Serbia");

    private final HttpServer server;
    private final Map<String, List<String>> titles = new LinkedHashMap<>();
    private volatile byte[] document = new byte[0];
    private volatile int answered;

    /** A publisher that serves an empty feed. */
    public Publisher() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/feed.xml", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        write();
    }

    /** Where the feed is. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/feed.xml";
    }

    /** Publishes new items, the one after the other in one document. */
    public synchronized void publish(int count) {
        for (int i = 0; i < count; i++) {
            int n = titles.size();
            List<String> versions = new ArrayList<>();
            versions.add("Border guards of " + COUNTRIES.get(n % COUNTRIES.size()) + " meet, report " + n);
            titles.put("tag:publisher.example,2026:" + n, versions);
        }
        write();
    }

    /** Edits the title of an item that is there: its next revision. */
    public synchronized void edit(int n) {
        List<String> versions = titles.values().stream().skip(n).findFirst().orElseThrow();
        versions.add(versions.getFirst() + ", edition " + (versions.size() + 1));
        write();
    }

    /** All that was published: the titles of each item by its guid, in the order of their revisions. */
    public synchronized Map<String, List<String>> history() {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        titles.forEach((guid, versions) -> copy.put(guid, List.copyOf(versions)));
        return copy;
    }

    /** How often the feed has been asked for. */
    public int polls() {
        return answered;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void write() {
        StringBuilder out = new StringBuilder("<rss version=\"2.0\"><channel><title>Publisher</title>"
                + "<link>https://publisher.example/</link><description>A feed</description>");
        titles.forEach((guid, versions) -> out.append("<item><guid isPermaLink=\"false\">")
                .append(guid)
                .append("</guid><title>")
                .append(versions.getLast())
                .append("</title><link>https://publisher.example/")
                .append(guid.hashCode())
                .append("</link><pubDate>Mon, 02 Nov 2026 08:00:00 GMT</pubDate></item>"));
        document = out.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange exchange) throws IOException {
        synchronized (this) {
            answered++;
        }
        byte[] body = document;
        exchange.getResponseHeaders().add("Content-Type", "application/rss+xml");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
