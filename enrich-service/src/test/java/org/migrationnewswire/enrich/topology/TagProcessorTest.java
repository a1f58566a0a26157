// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationnewswire.contracts.EventType;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.EventHeaders;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.enrich.correct.CorrectedTags;
import org.migrationnewswire.enrich.tag.Tagger;
import org.migrationnewswire.enrich.taxonomy.TaxonomyFiles;

class TagProcessorTest {
    private static final Tagger TAGGER = new Tagger(TaxonomyFiles.own());

    @TempDir
    Path state;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> items;
    private TestOutputTopic<byte[], byte[]> tagged;
    private TestOutputTopic<byte[], byte[]> deadLetters;

    @BeforeEach
    void open() {
        driver = new TopologyTestDriver(
                EnrichTopology.of(new Tagging(
                        TAGGER,
                        new CorrectedTags(TaxonomyFiles.own()),
                        new TagAccount(meters),
                        () -> new FakeItemLog(List.of()))),
                new StreamsConfiguration(state, 1, (short) 1).properties(KafkaConnection.to("nowhere:9")));
        ByteArraySerializer in = new ByteArraySerializer();
        ByteArrayDeserializer out = new ByteArrayDeserializer();
        items = driver.createInputTopic(Topic.ITEMS.topicName(), in, in);
        tagged = driver.createOutputTopic(Topic.TAGGED_ITEMS.topicName(), out, out);
        deadLetters = driver.createOutputTopic(Topic.DEAD_LETTERS.topicName(), out, out);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void anItemComesOutTaggedWithItsTypeAndItsId() {
        send(TestItems.item("i", 1, "Border guards of Malta"), EventType.PUBLISHED);

        TestRecord<byte[], byte[]> out = tagged.readRecord();
        TaggedItem item = Json.read(out.value(), TaggedItem.class);
        assertThat(new String(out.key(), UTF_8)).isEqualTo("i");
        assertThat(item.tags().regions()).extracting("id").containsExactly("MT");
        assertThat(item.tags().regionRollup()).contains("eu", "150");
        assertThat(EventHeaders.type(out.headers())).isEqualTo(EventType.PUBLISHED);
        assertThat(EventHeaders.text(out.headers(), "ce_source")).isEqualTo("/newswire/enrich");
        assertThat(EventHeaders.text(out.headers(), "ce_id")).isEqualTo("i/1/" + TAGGER.version());
    }

    @Test
    void aRevisionThatWasGivenOutIsStale() {
        send(TestItems.item("i", 2, "T"), EventType.UPDATED);
        send(TestItems.item("i", 2, "T"), EventType.UPDATED);
        send(TestItems.item("i", 1, "older"), EventType.PUBLISHED);
        send(TestItems.item("i", 3, "newer"), EventType.UPDATED);

        assertThat(tagged.readValuesToList())
                .extracting(value -> Json.read(value, TaggedItem.class).item().revision())
                .containsExactly(2, 3);
    }

    @Test
    void aWithdrawalOfTheSameRevisionPassesOnceWithoutTags() {
        Item item = TestItems.item("i", 1, "Malta");
        send(item, EventType.PUBLISHED);
        send(item.withdrawn(TestItems.NOW), EventType.WITHDRAWN);
        send(item.withdrawn(TestItems.NOW), EventType.WITHDRAWN);

        List<byte[]> out = tagged.readValuesToList();
        assertThat(out).hasSize(2);
        assertThat(Json.read(out.getLast(), TaggedItem.class).tags().regions()).isEmpty();
        assertThat(new String(out.getLast(), UTF_8)).doesNotContain("Malta");
    }

    @Test
    void poisonGoesToDeadLettersWithItsReasonAndStopsNothing() {
        items.pipeInput("k".getBytes(UTF_8), "{\"id\":".getBytes(UTF_8));
        items.pipeInput(new TestRecord<>("k".getBytes(UTF_8), null, new RecordHeaders()));
        items.pipeInput(null, "{}".getBytes(UTF_8));
        items.pipeInput("other".getBytes(UTF_8), Json.write(TestItems.item("i", 1, "T")));
        items.pipeInput(new TestRecord<>(
                "i".getBytes(UTF_8), Json.write(TestItems.item("i", 1, "T")), type("newswire.item.eaten")));
        send(TestItems.item("i", 1, "T"), EventType.PUBLISHED);

        List<TestRecord<byte[], byte[]>> dead = deadLetters.readRecordsToList();
        assertThat(dead).hasSize(5).allSatisfy(letter -> {
            assertThat(EventHeaders.text(letter.headers(), "dead-letter-category"))
                    .isEqualTo("unreadable");
            assertThat(EventHeaders.text(letter.headers(), "dead-letter-topic")).isEqualTo(Topic.ITEMS.topicName());
            assertThat(EventHeaders.text(letter.headers(), "dead-letter-message"))
                    .isNotBlank();
        });
        assertThat(dead.getFirst().value()).isEqualTo("{\"id\":".getBytes(UTF_8));
        assertThat(tagged.readValuesToList()).hasSize(1);
    }

    @Test
    void whatIsTooLargeOnceItIsTaggedIsADeadLetter() {
        send(TestItems.item("i", 1, "Malta ".repeat(180_000)), EventType.PUBLISHED);

        assertThat(EventHeaders.text(deadLetters.readRecord().headers(), "dead-letter-category"))
                .isEqualTo("record-too-large");
        assertThat(tagged.isEmpty()).isTrue();
    }

    @Test
    void receivedAreTaggedOrStaleOrDeadLettered() {
        send(TestItems.item("i", 1, "T"), EventType.PUBLISHED);
        send(TestItems.item("i", 1, "T"), EventType.PUBLISHED);
        items.pipeInput("k".getBytes(UTF_8), "x".getBytes(UTF_8));

        assertThat(count("received")).isEqualTo(3);
        assertThat(List.of(count("tagged"), count("stale"), count("dead-lettered")))
                .containsExactly(1.0, 1.0, 1.0);
    }

    private double count(String outcome) {
        return meters.get("newswire.enrich.items")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private void send(Item item, EventType type) {
        items.pipeInput(new TestRecord<>(item.id().getBytes(UTF_8), Json.write(item), type(type.wireName())));
    }

    private static Headers type(String name) {
        return new RecordHeaders().add("ce_type", name.getBytes(UTF_8));
    }
}
