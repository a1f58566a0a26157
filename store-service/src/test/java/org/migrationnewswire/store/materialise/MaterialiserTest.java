// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.materialise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationnewswire.broker.testing.Patience.await;
import static org.migrationnewswire.store.Items.item;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationnewswire.broker.testing.TestBroker;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.CommittedLog;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.contracts.kafka.TopicCatalogue;
import org.migrationnewswire.query.Vocabulary;
import org.migrationnewswire.store.Items;
import org.migrationnewswire.store.search.ItemSearch;
import org.migrationnewswire.store.search.SearchRequest;
import org.migrationnewswire.store.taxonomy.TaxonomyView;

/** The log of a real broker, materialised in a real index. */
@Tag("broker")
class MaterialiserTest {
    @TempDir
    Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<AutoCloseable> open = new ArrayList<>();
    private KafkaConnection connection;
    private TaxonomyView taxonomy;

    @BeforeEach
    void start() {
        connect(folder.resolve("kafka"));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    @Test
    void anItemIsThereOnceAsOfItsLastRecord() {
        send(item("a", 1, "First"), item("b", 1, "Other"), item("a", 2, "Second"));

        Materialiser materialiser = materialise();

        await().untilAsserted(() -> assertThat(titles(materialiser)).containsExactlyInAnyOrder("Second", "Other"));
        send(item("a", 3, "Third"));
        await().untilAsserted(() -> assertThat(titles(materialiser)).containsExactlyInAnyOrder("Third", "Other"));
    }

    @Test
    void aRestartGoesOnFromTheCommit() {
        send(item("a", 1, "A"), item("b", 1, "B"));
        Materialiser first = materialise();
        await().untilAsserted(() -> assertThat(titles(first)).hasSize(2));
        first.close();
        send(item("c", 1, "C"));

        Materialiser second = materialise();

        await().untilAsserted(() -> assertThat(titles(second)).containsExactlyInAnyOrder("A", "B", "C"));
        assertThat(count("stored")).isEqualTo(3);
    }

    @Test
    void aDeletedIndexIsBuiltAgain() throws IOException {
        send(item("a", 1, "A"), item("b", 1, "B"));
        Materialiser first = materialise();
        await().untilAsserted(() -> assertThat(titles(first)).hasSize(2));
        first.close();
        delete(folder.resolve("index"));

        Materialiser second = materialise();

        await().untilAsserted(() -> assertThat(titles(second)).containsExactlyInAnyOrder("A", "B"));
    }

    @Test
    void aCorruptIndexIsSetAsideAndBuiltAgain() throws IOException {
        send(item("a", 1, "A"));
        Materialiser first = materialise();
        await().untilAsserted(() -> assertThat(titles(first)).hasSize(1));
        first.close();
        try (var files = Files.list(folder.resolve("index"))) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("segments"))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }

        Materialiser second = materialise();

        await().untilAsserted(() -> assertThat(titles(second)).containsExactly("A"));
        assertThat(folder.resolve("index.set-aside")).exists();
    }

    @Test
    void anIndexOfAnotherLogIsSetAsideAndBuiltAgain() {
        send(item("old", 1, "Of the other log"));
        Materialiser first = materialise();
        await().untilAsserted(() -> assertThat(titles(first)).hasSize(1));
        first.close();
        connect(folder.resolve("another-kafka"));
        send(item("new", 1, "Of this log"));

        Materialiser second = materialise();

        await().untilAsserted(() -> assertThat(titles(second)).containsExactly("Of this log"));
        assertThat(folder.resolve("index.set-aside")).exists();
    }

    @Test
    void whatWasAbortedIsNeverSeen() {
        try (Producer<String, byte[]> producer = connection.transactionalProducer("test")) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(record(item("ghost", 1, "Ghost")));
            producer.flush();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(record(item("real", 1, "Real")));
            producer.commitTransaction();
        }

        Materialiser materialiser = materialise();

        await().untilAsserted(() -> assertThat(titles(materialiser)).containsExactly("Real"));
    }

    @Test
    void aWithdrawnItemIsGone() {
        TaggedItem item = item("a", 1, "A");
        send(item, item("b", 1, "B"), Items.withdrawn(item));

        Materialiser materialiser = materialise();

        await().untilAsserted(() -> assertThat(titles(materialiser)).containsExactly("B"));
    }

    @Test
    void poisonGoesToDeadLettersAndEveryRecordIsAccountedFor() {
        try (Producer<String, byte[]> producer = connection.producer("test")) {
            producer.send(new ProducerRecord<>(Topic.TAGGED_ITEMS.topicName(), "p", "{".getBytes(UTF_8)));
            producer.send(new ProducerRecord<>(Topic.TAGGED_ITEMS.topicName(), "q", Json.write(item("r", 1, "R"))));
        }
        TaggedItem withdrawn = item("w", 1, "W");
        send(item("a", 1, "A"), withdrawn, Items.withdrawn(withdrawn));

        Materialiser materialiser = materialise();

        await().untilAsserted(() -> assertThat(titles(materialiser)).containsExactly("A"));
        assertThat(deadLetters()).containsExactlyInAnyOrder("p", "q");
        assertThat(count("received")).isEqualTo(5);
        assertThat(List.of(count("stored"), count("withdrawn"), count("dead-lettered"), count("stale")))
                .containsExactly(2.0, 1.0, 2.0, 0.0);
    }

    private void connect(Path kafka) {
        TestBroker broker = TestBroker.start(kafka);
        open.add(broker);
        connection = KafkaConnection.to(broker.bootstrapServers());
        try (Admin admin = connection.admin("test")) {
            TopicCatalogue.forOneBroker().ensure(admin);
        }
        try (Producer<String, byte[]> producer = connection.producer("test")) {
            Taxonomy none = new Taxonomy("none", "d", List.of(), List.of(), List.of(), List.of());
            producer.send(new ProducerRecord<>(Topic.TAXONOMIES.topicName(), "none", Json.write(none)));
        }
        taxonomy = new TaxonomyView(connection);
        taxonomy.start();
        open.add(taxonomy);
    }

    private Materialiser materialise() {
        Materialiser materialiser =
                new Materialiser(connection, folder.resolve("index"), taxonomy, new StoreAccount(meters));
        materialiser.start();
        open.add(materialiser);
        return materialiser;
    }

    private List<String> titles(Materialiser materialiser) {
        assertThat(materialiser.readyIndex()).isNotNull();
        return new ItemSearch(materialiser.readyIndex(), Vocabulary.UNKNOWN)
                        .search(SearchRequest.of(
                                Map.of("limit", List.of("200")), Vocabulary.UNKNOWN, Clock.systemUTC()))
                        .items()
                        .stream()
                        .map(json -> Json.read(json, TaggedItem.class).item().title())
                        .toList();
    }

    private void send(TaggedItem... items) {
        try (Producer<String, byte[]> producer = connection.producer("test")) {
            for (TaggedItem item : items) {
                producer.send(record(item));
            }
        }
    }

    private static ProducerRecord<String, byte[]> record(TaggedItem item) {
        return new ProducerRecord<>(Topic.TAGGED_ITEMS.topicName(), item.item().id(), Json.write(item));
    }

    private List<String> deadLetters() {
        List<String> keys = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = connection.consumer("test", Map.of())) {
            CommittedLog.readToEnd(
                    consumer, CommittedLog.partitions(consumer, Topic.DEAD_LETTERS), record -> keys.add(record.key()));
        }
        return keys;
    }

    private double count(String outcome) {
        return meters.get("newswire.store.records")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
