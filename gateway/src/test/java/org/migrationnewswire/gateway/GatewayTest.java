// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests through the gateway, to an ingest and a store that say what they were asked; enrich is down. */
@QuarkusTest
@QuarkusTestResource(GatewayTest.Services.class)
class GatewayTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource("/")
    URI gateway;

    @ParameterizedTest
    @CsvSource({
        "/feeds, ingest",
        "/feeds.opml, ingest",
        "/feeds/abc/poll, ingest",
        "/websub/abc, ingest",
        "/, store",
        "/items?region=AF&q=%22a%20b%22, store",
        "/items.rss, store",
        "/taxonomy, store",
        "/feedsandmore, store",
    })
    void pathGoesToTheServiceThatOwnsIt(String path, String service) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(service + " GET " + path + " for localhost:" + gateway.getPort());
    }

    @Test
    void bodyAndStatusPassBothWays() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.getPort() + "/feeds?status=201"))
                        .POST(BodyPublishers.ofString("{\"url\": \"x\"}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).startsWith("ingest POST").endsWith("{\"url\": \"x\"}");
    }

    @Test
    void serviceThatDoesNotAnswerIsNamed() throws Exception {
        HttpResponse<String> answer = get("/tag");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"status\":502", "enrich-service does not answer");
    }

    @Test
    void streamFlowsBeforeItEnds() throws Exception {
        HttpResponse<java.io.InputStream> answer = client.send(request("/stream"), BodyHandlers.ofInputStream());

        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: first");
            Services.FIRST_WAS_READ.countDown();
            assertThat(lines.readLine()).isEqualTo("data: second");
        }
    }

    @Test
    void healthIsTheGatewaysOwn() throws Exception {
        assertThat(get("/q/health/ready").body()).contains("\"UP\"");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path), BodyHandlers.ofString());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.getPort() + path))
                .build();
    }

    /** The services behind the gateway. */
    public static final class Services implements QuarkusTestResourceLifecycleManager {
        static final CountDownLatch FIRST_WAS_READ = new CountDownLatch(1);

        private final HttpServer ingest = server("ingest");
        private final HttpServer store = server("store");

        @Override
        public Map<String, String> start() {
            ingest.start();
            store.start();
            return Map.of(
                    "newswire.gateway.ingest-address",
                            address(ingest.getAddress().getPort()),
                    "newswire.gateway.enrich-address", address(closedPort()),
                    "newswire.gateway.store-address", address(store.getAddress().getPort()));
        }

        @Override
        public void stop() {
            ingest.stop(0);
            store.stop(0);
        }

        private static String address(int port) {
            return "http://127.0.0.1:" + port;
        }

        private static HttpServer server(String name) {
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
                server.createContext("/", exchange -> echo(name, exchange));
                server.createContext("/stream", Services::stream);
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void echo(String name, HttpExchange exchange) throws IOException {
            String asked = name + " " + exchange.getRequestMethod() + " " + exchange.getRequestURI() + " for "
                    + exchange.getRequestHeaders().getFirst("Host");
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] answer = (asked + body).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(asked.contains("status=201") ? 201 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        }

        private static void stream(HttpExchange exchange) throws IOException {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("data: first\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            try {
                FIRST_WAS_READ.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.getResponseBody().write("data: second\n".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        }

        private static int closedPort() {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
