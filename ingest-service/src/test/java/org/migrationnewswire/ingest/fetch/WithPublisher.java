// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.migrationnewswire.contracts.FeedState.Validators;
import org.migrationnewswire.ingest.fetch.FetchResult.Failed;

/** A publisher on loopback that answers as a test wants it to, and a fetcher that may dial it. */
abstract class WithPublisher {

    static final FetchLimits LIMITS = new FetchLimits(
            Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3), 100_000);
    static final Identity IDENTITY = new Identity(
            "Test/1 (+https://wire.example/about)", Map.of("login", "me:pass word", "token", "t0ken"), null);
    static final Clock NOON = Clock.fixed(Instant.parse("2026-11-02T12:00:00Z"), ZoneOffset.UTC);

    final CountDownLatch never = new CountDownLatch(1);
    HttpServer server;
    Fetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        server = server();
        fetcher = fetcher("127.0.0.0/8");
    }

    @AfterEach
    void stop() {
        never.countDown();
        fetcher.close();
        server.stop(0);
    }

    Failed failed(String path) {
        FetchResult result = get(url(path));
        assertThat(result).isInstanceOf(Failed.class);
        return (Failed) result;
    }

    static Fetcher fetcher(String network) {
        return new Fetcher(new Networks(List.of(network)), LIMITS, IDENTITY, new Hosts(Duration.ZERO, NOON), NOON);
    }

    FetchResult get(String url) {
        return fetcher.fetch(FetchRequest.to(url));
    }

    static FetchRequest request(String url, Validators validators) {
        return new FetchRequest(url, validators, null, false);
    }

    static HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return server;
    }

    void redirect(String path, int status, String to) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Location", to);
            answer(exchange, status, new byte[0]);
        });
    }

    static byte[] headerOf(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name)).getBytes(UTF_8);
    }

    static void answerRaw(ServerSocket listening, String answer) {
        try (Socket socket = listening.accept()) {
            socket.getInputStream().read(new byte[4096]);
            socket.getOutputStream().write(answer.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void reset(ServerSocket listening) {
        try (Socket socket = listening.accept()) {
            socket.getInputStream().read(new byte[4096]);
            socket.setSoLinger(true, 0); // closed by a reset, not by an end
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A byte of a header each tenth of a second, for as long as somebody listens. */
    void drip(ServerSocket listening) {
        try (Socket socket = listening.accept()) {
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(UTF_8));
            while (!never.await(100, TimeUnit.MILLISECONDS)) {
                socket.getOutputStream().write('y');
            }
        } catch (IOException e) {
            never.countDown(); // nobody listens any more
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static byte[] deflate(byte[] plain, boolean bare) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, new Deflater(9, bare))) {
            deflate.write(plain);
        }
        return out.toByteArray();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void await() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (exchange;
                var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
