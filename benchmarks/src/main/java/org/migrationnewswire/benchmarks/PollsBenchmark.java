// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.benchmarks;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.migrationnewswire.broker.EmbeddedBroker;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.contracts.kafka.TopicCatalogue;
import org.migrationnewswire.ingest.fetch.FetchLimits;
import org.migrationnewswire.ingest.fetch.Fetcher;
import org.migrationnewswire.ingest.fetch.Hosts;
import org.migrationnewswire.ingest.fetch.Identity;
import org.migrationnewswire.ingest.fetch.Networks;
import org.migrationnewswire.ingest.publish.IngestLoop;
import org.migrationnewswire.ingest.publish.Membership;
import org.migrationnewswire.ingest.publish.PollAccount;
import org.migrationnewswire.ingest.publish.Poller;
import org.migrationnewswire.ingest.publish.Subscriber;
import org.migrationnewswire.ingest.registry.FeedSource;
import org.migrationnewswire.ingest.registry.Registrar;
import org.migrationnewswire.ingest.registry.RegistryView;
import org.migrationnewswire.ingest.schedule.DiskGuard;
import org.migrationnewswire.ingest.schedule.Schedule;

/** How many feeds one process can follow: polls a second and bytes of heap, publisher and broker on the same cores. */
final class PollsBenchmark implements Benchmark {
    private static final int FEEDS = 10_000;
    private static final int ENTRIES = 50;
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final int BARE_REQUESTS = 40_000;
    private static final int BARE_AT_A_TIME = 64;

    private final StoppableClock clock = new StoppableClock();
    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Override
    public String name() {
        return "polls";
    }

    @Override
    public Figures run() throws Exception {
        Path folder = Files.createTempDirectory("newswire-bench");
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder);
                LoopbackPublisher publisher = new LoopbackPublisher(ENTRIES)) {
            KafkaConnection connection = KafkaConnection.to(broker.bootstrapServers());
            try (Admin admin = connection.admin("bench")) {
                TopicCatalogue.forOneBroker().ensure(admin);
            }
            return measure(connection, publisher);
        } finally {
            delete(folder);
        }
    }

    private Figures measure(KafkaConnection connection, LoopbackPublisher publisher) throws Exception {
        try (Poller poller = new Poller(fetcher(), clock);
                RegistryView view = new RegistryView(connection);
                Registrar registrar = new Registrar(connection, clock);
                IngestLoop loop = loop(connection, poller)) {
            view.start();
            loop.start();
            until(() -> view.isComplete() && loop.isMember());
            long empty = heap();

            long start = System.nanoTime();
            for (int i = 0; i < FEEDS; i++) {
                registrar.write(new FeedSource(publisher.url(i), null, List.of()).feed(Instant.now(clock)));
            }
            until(() -> count("newswire.ingest.entries", "published") >= (double) FEEDS * ENTRIES);
            double first = FEEDS / seconds(start);

            double before = count("newswire.ingest.polls", "ok");
            start = System.nanoTime();
            TimeUnit.NANOSECONDS.sleep(MEASURED.toNanos());
            double polls = (count("newswire.ingest.polls", "ok") - before) / seconds(start);

            clock.stop();
            settle();
            long each = (heap() - empty) / FEEDS;
            double bare = bare(publisher);
            return new Figures(
                    format(
                            "%,d feeds of %d entries, each on an address of its own on loopback; publisher, broker and"
                                    + " ingest share %d cores and one process. The bare client makes the same"
                                    + " conditional requests and does nothing with the answers.",
                            FEEDS, ENTRIES, Runtime.getRuntime().availableProcessors()),
                    List.of("what", "measured", "to hold"),
                    List.of(
                            List.of("first polls, which publish all entries, a second", format("%.0f", first), ""),
                            List.of("polls answered 304, a second", format("%.0f", polls), "1,000"),
                            List.of("requests of a bare client, a second", format("%.0f", bare), ""),
                            List.of("ratio of the two", format("%.2f", polls / bare), ""),
                            List.of("heap a feed, bytes", format("%,d", each), "4,096")));
        }
    }

    private static Fetcher fetcher() {
        return new Fetcher(
                new Networks(List.of("127.0.0.0/8")),
                FetchLimits.DEFAULT,
                Identity.DEFAULT,
                new Hosts(Duration.ZERO, Clock.systemUTC()),
                Clock.systemUTC());
    }

    private IngestLoop loop(KafkaConnection connection, Poller poller) {
        return new IngestLoop(
                connection,
                new Membership(Optional.empty(), Duration.ofSeconds(10)),
                poller,
                new Schedule(Duration.ofSeconds(1), Duration.ofSeconds(1), RandomGenerator.getDefault()),
                Subscriber.NONE,
                new DiskGuard(Optional.empty(), 0, clock),
                new PollAccount(meters),
                clock);
    }

    private static double bare(LoopbackPublisher publisher) throws InterruptedException {
        Semaphore places = new Semaphore(BARE_AT_A_TIME);
        long start = System.nanoTime();
        try (HttpClient client = HttpClient.newHttpClient();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < BARE_REQUESTS; i++) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(publisher.url(i % FEEDS)))
                        .header("If-None-Match", "\"1\"")
                        .build();
                places.acquire();
                threads.execute(() -> send(client, request, places));
            }
        }
        return BARE_REQUESTS / seconds(start);
    }

    private static void send(HttpClient client, HttpRequest request, Semaphore places) {
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 304) {
                throw new IllegalStateException("answered " + status);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }

    private double count(String meter, String outcome) {
        Counter counter = meters.find(meter).tag("outcome", outcome).counter();
        return counter == null ? 0 : counter.count();
    }

    /** Waits until polls under way have ended. */
    private void settle() throws InterruptedException {
        double last = -1;
        double now = count("newswire.ingest.polls", "ok");
        while (last != now) {
            last = now;
            TimeUnit.SECONDS.sleep(2);
            now = count("newswire.ingest.polls", "ok");
        }
    }

    private static long heap() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
