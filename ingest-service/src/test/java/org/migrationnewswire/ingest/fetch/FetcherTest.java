// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationnewswire.ingest.fetch.FetchResult.Failed;
import org.migrationnewswire.ingest.fetch.FetchResult.Fetched;

/** What becomes of a request, for better and worse. */
class FetcherTest extends WithPublisher {
    @Test
    void validatorsGoBackExactlyAsTheyCame() {
        server.createContext("/f", exchange -> {
            boolean same = "W/\"a b\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                    && "Mon, 2 Nov 2026".equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
            exchange.getResponseHeaders().add("ETag", "W/\"a b\"");
            exchange.getResponseHeaders().add("Last-Modified", "Mon, 2 Nov 2026");
            answer(exchange, same ? 304 : 200, same ? new byte[0] : "x".getBytes(UTF_8));
        });

        Fetched first = (Fetched) get(url("/f"));
        FetchResult second = fetcher.fetch(request(url("/f"), first.headers().validators()));

        assertThat(second).isInstanceOfSatisfying(FetchResult.NotModified.class, same -> assertThat(
                        same.headers().validators())
                .isEqualTo(first.headers().validators()));
    }

    @Test
    void itSaysWhoItIs() {
        server.createContext(
                "/f",
                exchange -> answer(
                        exchange,
                        200,
                        exchange.getRequestHeaders().getFirst("User-Agent").getBytes(UTF_8)));

        assertThat(get(url("/f")))
                .isInstanceOfSatisfying(
                        Fetched.class, f -> assertThat(f.body()).asString().isEqualTo(IDENTITY.userAgent()));
    }

    @Test
    void gzipIsUnpackedAndBothLengthsAreKnown() {
        server.createContext("/f", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            answer(exchange, 200, gzip("y".repeat(50_000).getBytes(UTF_8)));
        });

        assertThat(get(url("/f"))).isInstanceOfSatisfying(Fetched.class, f -> {
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

        assertThat(failed("/f").category()).isEqualTo("malformed-encoding");
    }

    @ParameterizedTest
    @CsvSource({"zlib, false", "bare, true"})
    void deflateIsUnpackedInBothItsForms(String form, boolean bare) {
        server.createContext("/f", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "deflate");
            answer(exchange, 200, deflate("y".repeat(50_000).getBytes(UTF_8), bare));
        });

        assertThat(get(url("/f")))
                .isInstanceOfSatisfying(Fetched.class, f -> assertThat(f.body()).hasSize(50_000));
    }

    @Test
    void brotliIsUnpacked() {
        byte[] hello = HexFormat.of().parseHex("0b058068656c6c6f20776f726c6403");
        server.createContext("/f", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "br");
            answer(exchange, 200, hello);
        });

        assertThat(get(url("/f")))
                .isInstanceOfSatisfying(
                        Fetched.class, f -> assertThat(f.body()).asString().isEqualTo("hello world"));
    }

    @Test
    void aBodyThatBreaksOffIsNoDocument() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(
                    () -> answerRaw(listening, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<rss>"));

            FetchResult result = get("http://127.0.0.1:" + listening.getLocalPort() + "/f");

            assertThat(result).isInstanceOfSatisfying(Failed.class, f -> assertThat(f.category())
                    .isEqualTo("truncated"));
        }
    }

    @Test
    void aConnectionThatIsResetIsUnreachable() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> reset(listening));

            FetchResult result = get("http://127.0.0.1:" + listening.getLocalPort() + "/f");

            assertThat(result).isInstanceOfSatisfying(Failed.class, f -> assertThat(f.category())
                    .isEqualTo("unreachable"));
        }
    }

    @Test
    void whoeverSaysNothingIsLeftAtTheDeadline() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            FetchResult result = get("http://127.0.0.1:" + silent.getLocalPort() + "/f");

            assertThat(result).isInstanceOfSatisfying(Failed.class, f -> assertThat(f.category())
                    .isEqualTo("timeout"));
        }
    }

    @Test
    void aHeaderThatDripsEndsAtItsDeadline() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> drip(listening));

            FetchResult result = get("http://127.0.0.1:" + listening.getLocalPort() + "/f");

            assertThat(result).isInstanceOfSatisfying(Failed.class, f -> {
                assertThat(f.category()).isEqualTo("timeout");
                assertThat(f.detail()).contains("no header within 1.0 s");
            });
        }
    }

    @Test
    void whatThePublisherSaysOfFreshnessAndHubsComesWithTheDocument() {
        server.createContext("/f", exchange -> {
            exchange.getResponseHeaders().add("Cache-Control", "public, max-age=7200");
            exchange.getResponseHeaders().add("Link", "</hub>; rel=\"hub\", <https://x.example/f>; rel=self");
            answer(exchange, 200, "x".getBytes(UTF_8));
        });
        server.createContext("/expires", exchange -> {
            exchange.getResponseHeaders().add("Expires", "Mon, 2 Nov 2026 13:00:00 GMT");
            answer(exchange, 200, "x".getBytes(UTF_8));
        });

        FetchResult.Headers headers = ((Fetched) get(url("/f"))).headers();

        assertThat(headers.freshFor()).isEqualTo(Duration.ofHours(2));
        assertThat(headers.hub()).isEqualTo(url("/hub"));
        assertThat(headers.self()).isEqualTo("https://x.example/f");
        assertThat(((Fetched) get(url("/expires"))).headers().freshFor()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void goneIsGoneAndOtherStatusesAreNamed() {
        server.createContext("/gone", exchange -> answer(exchange, 410, new byte[0]));
        server.createContext("/broken", exchange -> answer(exchange, 500, new byte[0]));

        assertThat(get(url("/gone"))).isEqualTo(new FetchResult.Gone());
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

        FetchResult result = get("http://127.0.0.1:" + port + "/f");

        assertThat(result).isInstanceOfSatisfying(Failed.class, f -> {
            assertThat(f.category()).isEqualTo("unreachable");
            assertThat(f.detail()).contains("127.0.0.1:" + port);
        });
    }

    @Test
    void aFileIsReadAndThenNotModified(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("f.xml"), "<rss/>");

        Fetched first = (Fetched) get(file.toUri().toString());

        assertThat(first.body()).asString().isEqualTo("<rss/>");
        assertThat(fetcher.fetch(
                        request(file.toUri().toString(), first.headers().validators())))
                .isInstanceOf(FetchResult.NotModified.class);
        assertThat(get(folder.resolve("none").toUri().toString()))
                .isInstanceOfSatisfying(
                        Failed.class, f -> assertThat(f.category()).isEqualTo("no-such-file"));
    }

    @ParameterizedTest
    @CsvSource({"ftp://x.example/f", "http://", "http:// x", "nothing"})
    void whatIsNoAddressIsNamed(String url) {
        assertThat(get(url)).isInstanceOfSatisfying(Failed.class, f -> assertThat(f.category())
                .isIn("bad-url", "unreachable"));
    }
}
