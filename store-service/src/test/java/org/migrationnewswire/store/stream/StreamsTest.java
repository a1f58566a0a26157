// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationnewswire.broker.testing.Patience.await;
import static org.migrationnewswire.store.Items.item;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationnewswire.broker.testing.TestBroker;
import org.migrationnewswire.contracts.EventType;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.CommittedLog;
import org.migrationnewswire.contracts.kafka.EventHeaders;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.contracts.kafka.TopicCatalogue;
import org.migrationnewswire.query.Filter;
import org.migrationnewswire.query.FilterParser;
import org.migrationnewswire.query.Vocabulary;
import org.migrationnewswire.runtime.http.Reader;
import org.migrationnewswire.store.Items;
import org.migrationnewswire.store.rights.FeedRights;

/** Readers of the stream on two replicas over one broker. */
@Tag("broker")
class StreamsTest {
    private static final Reader HERE = new Reader(true);
    private static final Set<EventType> ALL = EnumSet.allOf(EventType.class);

    @TempDir
    Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();
    private KafkaConnection connection;
    private Producer<String, byte[]> producer;
    private Streams first;

    @BeforeEach
    void start() {
        TestBroker broker = TestBroker.start(folder.resolve("kafka"));
        open.add(broker);
        connection = KafkaConnection.to(broker.bootstrapServers());
        try (Admin admin = connection.admin("test")) {
            // Compaction as soon as a segment is full, so that a test sees it.
            new TopicCatalogue(
                            6,
                            (short) 1,
                            Map.of(
                                    "min.compaction.lag.ms", "0",
                                    "max.compaction.lag.ms", "1000",
                                    "min.cleanable.dirty.ratio", "0.01",
                                    "segment.ms", "500"))
                    .ensure(admin);
        }
        producer = connection.producer("test");
        open.add(producer);
        first = replica(StreamLimits.DEFAULT);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    @Test
    void aReaderGetsWhatItsFilterWantsAndEveryWithdrawal() {
        Listener malta = Listener.of(
                first.open(HERE, filter("q", "text:malta"), ALL, null).orElseThrow());
        Listener quotas = Listener.of(first.open(HERE, filter("q", "title:quota*"), EnumSet.of(EventType.UPDATED), null)
                .orElseThrow());

        send(item("a", 1, "Boats"));
        send(item("k", 1, "Quotas", "Kenya has none.", Items.DAY));
        send(item("k", 2, "Quotas", "Kenya has some.", Items.DAY));
        send(item("a", 2, "No boats"));
        send(Items.withdrawn(item("k", 3, "Quotas")));

        await().untilAsserted(() ->
                assertThat(malta.items()).containsExactlyInAnyOrder("published a/1", "updated a/2", "withdrawn k/3"));
        await().untilAsserted(() -> assertThat(quotas.items()).containsExactly("updated k/2", "withdrawn k/3"));
    }

    @Test
    void whoReconnectsGetsWhatCameMeanwhileOnceOnThisReplicaAndOnAnother() {
        Listener before = Listener.of(first.open(HERE, Filter.ALL, ALL, null).orElseThrow());
        send(item("a", 1, "A"));
        await().untilAsserted(() -> assertThat(before.items()).hasSize(1));
        StreamPosition left = before.hangUp();
        send(item("b", 1, "B"));
        send(item("b", 1, "B"), EventType.RETAGGED);
        send(Items.withdrawn(item("a", 2, "A")));
        Streams second = replica(StreamLimits.DEFAULT);

        Listener here = Listener.of(first.open(HERE, Filter.ALL, ALL, left).orElseThrow());
        Listener there = Listener.of(second.open(HERE, Filter.ALL, ALL, left).orElseThrow());

        for (Listener listener : List.of(here, there)) {
            await().untilAsserted(() -> assertThat(listener.items())
                    .containsExactlyInAnyOrder("published b/1", "retagged b/1", "withdrawn a/2"));
        }
        send(item("c", 1, "C"));
        await().untilAsserted(() -> assertThat(there.items()).hasSize(4));
        await().untilAsserted(() -> assertThat(here.items()).hasSize(4));
    }

    @Test
    void afterCompactionEachItemsNewsStillArrives() {
        Listener before = Listener.of(first.open(HERE, Filter.ALL, ALL, null).orElseThrow());
        StreamPosition left = before.hangUp();
        for (int i = 0; i < 40; i++) {
            send(item("a" + i % 4, 1 + i / 4, "Edition " + i));
        }
        send(item("a0", 10, "Edition 36"), EventType.RETAGGED);
        // New segments let the old ones be compacted.
        await().until(() -> {
            for (int i = 0; i < 20; i++) {
                send(item("filler" + i, 1, "Filler"));
            }
            return records("a1") == 1 && records("a0") == 1;
        });

        Listener after = Listener.of(
                replica(StreamLimits.DEFAULT).open(HERE, Filter.ALL, ALL, left).orElseThrow());

        await().untilAsserted(() -> assertThat(after.items())
                .contains("retagged a0/10", "updated a1/10")
                .doesNotContain("updated a1/9"));
    }

    @Test
    void nothingIsLostOrDoubledWhileReadersMoveBetweenReplicasUnderLoad() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Streams second = replica(new StreamLimits(100, 256, 50, 2, Duration.ofDays(7), Duration.ofMillis(50)));
        List<Streams> replicas = List.of(first, second);
        int count = 3_000;
        StreamPosition[] at = {
            Listener.of(first.open(HERE, Filter.ALL, ALL, null).orElseThrow()).hangUp()
        };
        Thread publisher = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < count; i++) {
                send(item("n" + i, 1, "N" + i));
            }
        });

        List<String> seen = new ArrayList<>();
        while (seen.size() < count) {
            int enough = Math.min(count - seen.size(), 1 + random.nextInt(250));
            Listener listener = Listener.of(replicas.get(random.nextInt(2))
                    .open(HERE, Filter.ALL, ALL, at[0])
                    .orElseThrow());
            await().until(() -> listener.items().size() >= enough || listener.isComplete());
            at[0] = listener.hangUp();
            seen.addAll(listener.items());
        }

        assertThat(seen).doesNotHaveDuplicates().hasSize(count);
        assertThat(publisher.isAlive()).isFalse();
    }

    @Test
    void aReaderThatIsSlowIsCutOffAndResumesWhileOthersGoOn() {
        StreamLimits narrow = new StreamLimits(10, 20, 5_000, 2, Duration.ofDays(7), Duration.ofSeconds(15));
        Streams streams = replica(narrow);
        Listener slow = Listener.of(streams.open(HERE, Filter.ALL, ALL, null).orElseThrow(), 3);
        Listener quick = Listener.of(streams.open(HERE, Filter.ALL, ALL, null).orElseThrow());

        for (int i = 0; i < 60; i++) {
            send(item("s" + i, 1, "S" + i));
        }
        await().untilAsserted(() -> assertThat(quick.items()).hasSize(60));
        slow.takeMore();

        await().until(slow::isComplete);
        assertThat(slow.names()).endsWith("slow");
        Listener again =
                Listener.of(streams.open(HERE, Filter.ALL, ALL, slow.position()).orElseThrow());
        await().untilAsserted(() -> {
            List<String> both = new ArrayList<>(slow.items());
            both.addAll(again.items());
            assertThat(both).doesNotHaveDuplicates().hasSize(60);
        });
    }

    @Test
    void anIdThatTheLogCantAnswerResetsTheReader() {
        Listener reader = Listener.of(first.open(HERE, Filter.ALL, ALL, null).orElseThrow());
        StreamPosition begun = reader.hangUp();
        sendAt(item("old", 1, "Old"), Instant.now().minus(Duration.ofDays(8)));
        StreamPosition foreign = new StreamPosition("AAAAAAAAAAAAAAAAAAAAAA", begun.offsets());
        StreamPosition further = begun.with(0, 1_000);
        Streams second = replica(StreamLimits.DEFAULT);

        for (StreamPosition position : List.of(begun, foreign, further)) {
            Listener listener =
                    Listener.of(second.open(HERE, Filter.ALL, ALL, position).orElseThrow());
            await().until(listener::isComplete);
            assertThat(listener.names()).as(position.text()).containsExactly("reset");
        }
    }

    @Test
    void aFirstFillGivesWhatWasPublishedSinceThenAndGoesOn() {
        send(item("early", 1, "Early", "Malta", Instant.now().minus(Duration.ofHours(30))));
        send(item("late", 1, "Late", "Malta", Instant.now().minus(Duration.ofHours(2))));
        Streams second = replica(StreamLimits.DEFAULT);

        Listener listener =
                Listener.of(second.open(HERE, filter("since", "1d"), ALL, null).orElseThrow());

        await().untilAsserted(() -> assertThat(listener.items()).containsExactly("published late/1"));
        send(item("new", 1, "New", "Malta", Instant.now().minus(Duration.ofHours(40))));
        await().untilAsserted(() -> assertThat(listener.items()).contains("published new/1"));
    }

    @Test
    void oneTooManyIsRefusedAndAPlaceThatIsGivenUpIsFree() {
        Streams streams = replica(new StreamLimits(1, 20, 10, 1, Duration.ofDays(7), Duration.ofSeconds(15)));
        Listener only = Listener.of(streams.open(HERE, Filter.ALL, ALL, null).orElseThrow());

        assertThat(streams.open(HERE, Filter.ALL, ALL, null)).isEmpty();
        only.hangUp();
        assertThat(streams.open(HERE, Filter.ALL, ALL, null)).isPresent();
    }

    @Test
    void aQuietReaderHearsWhereItIsAndClosingLetsItGo() {
        Streams streams = replica(new StreamLimits(9, 20, 10, 1, Duration.ofDays(7), Duration.ofMillis(100)));
        Listener listener = Listener.of(
                streams.open(HERE, filter("region", "KE"), ALL, null).orElseThrow());
        StreamPosition begun = listener.position();

        send(item("a", 1, "On Malta"));

        await().until(() -> !listener.position().equals(begun));
        assertThat(listener.items()).isEmpty();
        streams.close();
        await().until(listener::isComplete);
    }

    private Streams replica(StreamLimits limits) {
        Streams streams =
                new Streams(connection, () -> Vocabulary.UNKNOWN, new FeedRights(), limits, new SimpleMeterRegistry());
        streams.start();
        open.add(streams);
        await().until(streams::isReady);
        return streams;
    }

    private static Filter filter(String name, String value) {
        return new FilterParser(Vocabulary.UNKNOWN, Clock.systemUTC()).parse(Map.of(name, List.of(value)), Set.of());
    }

    private void send(TaggedItem item) {
        send(item, EventType.of(item.item()), null);
    }

    private void send(TaggedItem item, EventType type) {
        send(item, type, null);
    }

    private void sendAt(TaggedItem item, Instant time) {
        send(item, EventType.PUBLISHED, time.toEpochMilli());
    }

    private void send(TaggedItem item, EventType type, @Nullable Long time) {
        String id = item.item().id();
        producer.send(new ProducerRecord<>(
                Topic.TAGGED_ITEMS.topicName(),
                null,
                time,
                id,
                Json.write(item),
                EventHeaders.event(type, id, "/test", id, Items.DAY)));
        producer.flush();
    }

    private int records(String key) {
        int[] count = {0};
        try (Consumer<String, byte[]> consumer = connection.consumer("test", Map.of())) {
            CommittedLog.readToEnd(consumer, CommittedLog.partitions(consumer, Topic.TAGGED_ITEMS), record -> {
                if (key.equals(record.key())) {
                    count[0]++;
                }
            });
        }
        return count[0];
    }
}
