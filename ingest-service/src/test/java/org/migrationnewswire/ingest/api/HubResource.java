// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** A publisher with a web page, a feed and a hub on loopback, beside a broker. */
public final class HubResource implements QuarkusTestResourceLifecycleManager {
    static final BlockingQueue<String> ASKED = new LinkedBlockingQueue<>();
    static String address = "";

    private final BrokerResource broker = new BrokerResource();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        address = "http://127.0.0.1:" + server.getAddress().getPort();
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/feed", exchange -> {
            exchange.getResponseHeaders().add("Link", "</hub>; rel=hub, </feed>; rel=self");
            answer(exchange, 200, document("a"));
        });
        server.createContext(
                "/page",
                exchange -> answer(
                        exchange,
                        200,
                        "<!DOCTYPE html><html><link rel=alternate type='application/rss+xml' href='/feed'></html>"));
        server.createContext("/hub", exchange -> {
            ASKED.add(URLDecoder.decode(new String(exchange.getRequestBody().readAllBytes(), UTF_8), UTF_8));
            answer(exchange, 202, "");
        });
        server.start();
        Map<String, String> settings = new HashMap<>(broker.start());
        settings.put("newswire.ingest.allowed-networks", "127.0.0.0/8");
        settings.put("newswire.ingest.host-pause", "PT0S");
        settings.put("newswire.ingest.websub-callback", "https://wire.example/");
        settings.put("newswire.ingest.websub-secret", "secret of the test");
        return settings;
    }

    @Override
    public void stop() {
        server.stop(0);
        broker.stop();
    }

    static String document(String... guids) {
        StringBuilder out = new StringBuilder("<rss version='2.0'><channel><title>Hub's</title><link>https://x.example/"
                + "</link><description>d</description>");
        for (String guid : guids) {
            out.append("<item><guid isPermaLink='false'>")
                    .append(guid)
                    .append("</guid><title>About ")
                    .append(guid)
                    .append("</title></item>");
        }
        return out.append("</channel></rss>").toString();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
