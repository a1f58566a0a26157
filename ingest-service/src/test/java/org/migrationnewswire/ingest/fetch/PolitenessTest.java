// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.contracts.FeedState.Validators;
import org.migrationnewswire.ingest.fetch.FetchResult.Failed;
import org.migrationnewswire.ingest.fetch.FetchResult.Fetched;

/** Where we go, how often, and who we say that we are. */
class PolitenessTest extends WithPublisher {
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

        assertThat(get(url("/r2"))).isInstanceOfSatisfying(Fetched.class, f -> assertThat(f.location())
                .endsWith("/r7"));
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

        assertThat(get(url("/f"))).isEqualTo(new FetchResult.Throttled(status, Duration.ofSeconds(seconds)));
    }

    @Test
    void aHostThatAsksToWaitIsLeftAloneForAllItsFeeds() {
        server.createContext("/f", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "60");
            answer(exchange, 429, new byte[0]);
        });
        server.createContext("/other", exchange -> answer(exchange, 200, "x".getBytes(UTF_8)));

        get(url("/f"));

        assertThat(get(url("/other")))
                .isEqualTo(new FetchResult.Postponed(Instant.now(NOON).plusSeconds(60)));
    }

    @ParameterizedTest
    @CsvSource({"301, 308, true", "301, 302, false", "307, 301, false", "308, 308, true"})
    void aFeedMovesOnlyWhenEveryRedirectOnTheWayIsPermanent(int first, int second, boolean moves) {
        redirect("/a", first, "/b");
        redirect("/b", second, "/c");
        server.createContext("/c", exchange -> answer(exchange, 200, "x".getBytes(UTF_8)));

        assertThat(get(url("/a"))).isInstanceOfSatisfying(Fetched.class, f -> assertThat(f.movedTo())
                .isEqualTo(moves ? url("/c") : null));
    }

    @ParameterizedTest
    @CsvSource({
        "BASIC, login, Authorization, Basic bWU6cGFzcyB3b3Jk",
        "BEARER, token, Authorization, Bearer t0ken",
        "HEADER, token, X-Key, t0ken"
    })
    void aFeedIsSignedInToAtItsOwnOriginAlone(Feed.Scheme scheme, String secret, String header, String value)
            throws IOException {
        HttpServer elsewhere = server();
        elsewhere.createContext("/", exchange -> answer(exchange, 200, headerOf(exchange, header)));
        server.createContext("/f", exchange -> answer(exchange, 200, headerOf(exchange, header)));
        redirect("/away", 302, "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/");
        Feed.Auth auth = new Feed.Auth(scheme, secret, header);

        FetchResult own = fetcher.fetch(new FetchRequest(url("/f"), Validators.NONE, auth, false));
        FetchResult away = fetcher.fetch(new FetchRequest(url("/away"), Validators.NONE, auth, false));

        assertThat(((Fetched) own).body()).asString().isEqualTo(value);
        assertThat(((Fetched) away).body()).asString().isEqualTo("null");
        elsewhere.stop(0);
    }

    @Test
    void aSecretThatIsNotThereIsNamedAndNeverPrinted() {
        FetchResult result = fetcher.fetch(new FetchRequest(
                url("/f"), Validators.NONE, new Feed.Auth(Feed.Scheme.BEARER, "missing", null), false));

        assertThat(result).isInstanceOfSatisfying(Failed.class, f -> {
            assertThat(f.category()).isEqualTo("no-secret");
            assertThat(f.detail()).contains("newswire.ingest.secrets.missing");
        });
        assertThat(IDENTITY.toString()).doesNotContain("t0ken");
    }

    @Test
    void aBotWallIsCalledBlockedAndSaysWhatToAskFor() {
        server.createContext("/forbidden", exchange -> answer(exchange, 403, new byte[0]));
        server.createContext(
                "/challenge",
                exchange -> answer(
                        exchange,
                        503,
                        "<html><title>Just a moment...</title><div id='cf-chl-widget'></html>".getBytes(UTF_8)));
        server.createContext(
                "/page",
                exchange ->
                        answer(exchange, 200, "<html><script src='/challenge-platform/h.js'></html>".getBytes(UTF_8)));

        for (String path : List.of("/forbidden", "/challenge", "/page")) {
            assertThat(failed(path).category()).as(path).isEqualTo("blocked");
            assertThat(failed(path).detail()).contains("ask its publisher", IDENTITY.userAgent());
        }
    }

    @Test
    void theAddressThatIsCheckedIsTheOneThatIsDialled() throws Exception {
        Networks networks = new Networks(List.of());
        List<InetAddress> answers =
                new ArrayList<>(List.of(InetAddress.getByName("93.184.216.34"), InetAddress.getByName("127.0.0.1")));
        CheckedResolver resolver = new CheckedResolver(networks, null, new InMemoryDnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                return new InetAddress[] {answers.remove(0)};
            }
        });

        assertThat(resolver.resolve("rebind.example")).hasSize(1);
        assertThatThrownBy(() -> resolver.resolve("rebind.example")).isInstanceOf(ForbiddenAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://2130706433/", "http://0x7f.1/", "http://[::1]/", "http://[::ffff:127.0.0.1]/"})
    void loopbackIsRefusedHoweverItIsWritten(String url) {
        try (Fetcher closed = fetcher("10.0.0.0/8")) {
            assertThat(closed.fetch(FetchRequest.to(url)))
                    .isInstanceOfSatisfying(Failed.class, f -> assertThat(f.category())
                            .isIn("forbidden-address", "bad-url", "unreachable"));
        }
    }

    @Test
    void neverMoreThanTwoRequestsOfAHostRunAtATime() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch twoThere = new CountDownLatch(2);
        server.createContext("/f", exchange -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            twoThere.countDown();
            awaitQuietly(twoThere);
            running.decrementAndGet();
            answer(exchange, 200, "x".getBytes(UTF_8));
        });

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                threads.submit(() -> get(url("/f")));
            }
        }

        assertThat(most).hasValue(2);
    }
}
