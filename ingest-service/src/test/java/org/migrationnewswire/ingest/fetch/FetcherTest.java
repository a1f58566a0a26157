// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationnewswire.contracts.FeedState.Validators;
import org.migrationnewswire.ingest.fetch.FetchResult.Failed;
import org.migrationnewswire.ingest.fetch.FetchResult.Fetched;

class FetcherTest {
    private static final FetchLimits LIMITS = new FetchLimits(
            Duration.ofSeconds(2), Duration.ofSeconds(2), 100_000, "Test/1 (+https://wire.example/about)");
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-02T12:00:00Z"), ZoneOffset.UTC);

    private final CountDownLatch never = new CountDownLatch(1);
    private HttpServer server;
    private Fetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        fetcher = new Fetcher(new Networks(List.of("127.0.0.0/8")), LIMITS, NOON);
    }

    @AfterEach
    void stop() {
        never.countDown();
        fetcher.close();
        server.stop(0);
    }

    @Test
    void validatorsGoBackExactlyAsTheyCame() {
        server.createContext("/f", exchange -> {
            boolean same = "W/\"a b\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                    && "Mon, 2 Nov 2026".equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
            exchange.getResponseHeaders().add("ETag", "W/\"a b\"");
            exchange.getResponseHeaders().add("Last-Modified", "Mon, 2 Nov 2026");
            answer(exchange, same ? 304 : 200, same ? new byte[0] : "x".getBytes(UTF_8));
        });

        Fetched first = (Fetched) fetcher.fetch(url("/f"), Validators.NONE);
        FetchResult second = fetcher.fetch(url("/f"), first.validators());

        assertThat(second).isEqualTo(new FetchResult.NotModified(first.validators()));
    }

    @Test
    void itSaysWhoItIs() {
        server.createContext(
                "/f",
                exchange -> answer(
                        exchange,
                        200,
                        exchange.getRequestHeaders().getFirst("User-Agent").getBytes(UTF_8)));

        assertThat(fetcher.fetch(url("/f"), Validators.NONE))
                .isInstanceOfSatisfying(
                        Fetched.class, f -> assertThat(f.body()).asString().isEqualTo(LIMITS.userAgent()));
    }

    @Test
    void gzipIsUnpackedAndBothLengthsAreKnown() {
        server.createContext("/f", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            answer(exchange, 200, gzip("y".repeat(50_000).getBytes(UTF_8)));
        });

        assertThat(fetcher.fetch(url("/f"), Validators.NONE)).isInstanceOfSatisfying(Fetched.class, f -> {
            assertThat(f.body()).hasSize(50_000);
            assertThat(f.bytes()).isLessThan(1_000);
        });
    }

    @Test
    void aGzipBombEndsAtTheLimit() {
        server.createContext("/f", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            answer(exchange, 200, gzip(new byte[20_000_000]));
        });

        assertThat(failed("/f").category()).isEqualTo("too-large");
    }

    @Test
    void whatIsNotTheGzipThatItSaysIsNamed() {
        server.createContext("/f", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            answer(exchange, 200, "plain".getBytes(UTF_8));
        });

        assertThat(failed("/f").category()).isEqualTo("malformed-gzip");
    }

    @Test
    void redirectsAreFollowedUpToFive() {
        for (int i = 0; i < 7; i++) {
            int next = i + 1;
            server.createContext("/r" + i, exchange -> {
                exchange.getResponseHeaders().add("Location", "/r" + next);
                answer(exchange, 302, new byte[0]);
            });
        }
        server.createContext("/r7", exchange -> answer(exchange, 200, "end".getBytes(UTF_8)));

        assertThat(fetcher.fetch(url("/r2"), Validators.NONE))
                .isInstanceOfSatisfying(
                        Fetched.class, f -> assertThat(f.location()).endsWith("/r7"));
        assertThat(failed("/r1").category()).isEqualTo("redirects");
    }

    @Test
    void aRedirectToAPrivateAddressIsNotFollowed() {
        server.createContext("/f", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://10.1.2.3/secret");
            answer(exchange, 302, new byte[0]);
        });

        assertThat(failed("/f").category()).isEqualTo("forbidden-address");
    }

    @Test
    void aRedirectToAFileIsNotFollowed() {
        server.createContext("/f", exchange -> {
            exchange.getResponseHeaders().add("Location", "file:///etc/passwd");
            answer(exchange, 302, new byte[0]);
        });

        assertThat(failed("/f").category()).isEqualTo("redirects");
    }

    @ParameterizedTest
    @CsvSource({"429, 120, 120", "503, 'Mon, 2 Nov 2026 12:10:00 GMT', 600", "429, 9999999, 86400", "503, soon, 900"})
    void thePublishersWishToWaitIsHeard(int status, String retryAfter, long seconds) {
        server.createContext("/f", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
            answer(exchange, status, new byte[0]);
        });

        assertThat(fetcher.fetch(url("/f"), Validators.NONE))
                .isEqualTo(new FetchResult.Throttled(status, Duration.ofSeconds(seconds)));
    }

    @Test
    void goneIsGoneAndOtherStatusesAreNamed() {
        server.createContext("/gone", exchange -> answer(exchange, 410, new byte[0]));
        server.createContext("/broken", exchange -> answer(exchange, 500, new byte[0]));

        assertThat(fetcher.fetch(url("/gone"), Validators.NONE)).isEqualTo(new FetchResult.Gone());
        assertThat(failed("/broken").status()).isEqualTo(500);
    }

    @Test
    void aBodyThatDripsEndsAtTheTotalDeadline() {
        server.createContext("/f", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('<');
            exchange.getResponseBody().flush();
            await();
        });

        assertThat(failed("/f").category()).isEqualTo("timeout");
    }

    @Test
    void nobodyListeningIsUnreachable() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        FetchResult result = fetcher.fetch("http://127.0.0.1:" + port + "/f", Validators.NONE);

        assertThat(result).isInstanceOfSatisfying(Failed.class, f -> {
            assertThat(f.category()).isEqualTo("unreachable");
            assertThat(f.detail()).contains("127.0.0.1:" + port);
        });
    }

    @Test
    void aFileIsReadAndThenNotModified(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("f.xml"), "<rss/>");

        Fetched first = (Fetched) fetcher.fetch(file.toUri().toString(), Validators.NONE);

        assertThat(first.body()).asString().isEqualTo("<rss/>");
        assertThat(fetcher.fetch(file.toUri().toString(), first.validators()))
                .isInstanceOf(FetchResult.NotModified.class);
        assertThat(fetcher.fetch(folder.resolve("none").toUri().toString(), Validators.NONE))
                .isInstanceOfSatisfying(
                        Failed.class, f -> assertThat(f.category()).isEqualTo("no-such-file"));
    }

    @ParameterizedTest
    @CsvSource({"ftp://x.example/f", "http://", "http:// x", "nothing"})
    void whatIsNoAddressIsNamed(String url) {
        assertThat(fetcher.fetch(url, Validators.NONE))
                .isInstanceOfSatisfying(
                        Failed.class, f -> assertThat(f.category()).isIn("bad-url", "unreachable"));
    }

    private Failed failed(String path) {
        FetchResult result = fetcher.fetch(url(path), Validators.NONE);
        assertThat(result).isInstanceOf(Failed.class);
        return (Failed) result;
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void await() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (exchange;
                var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
