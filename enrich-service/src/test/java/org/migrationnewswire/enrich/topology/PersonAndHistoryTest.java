// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationnewswire.contracts.Correction;
import org.migrationnewswire.contracts.Correction.Action;
import org.migrationnewswire.contracts.Correction.Change;
import org.migrationnewswire.contracts.Correction.Dimension;
import org.migrationnewswire.contracts.EventType;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.RetagOutcome;
import org.migrationnewswire.contracts.RetagPart;
import org.migrationnewswire.contracts.RetagRequest;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.contracts.Tags;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.EventHeaders;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.enrich.correct.CorrectedTags;
import org.migrationnewswire.enrich.tag.Tagger;
import org.migrationnewswire.enrich.taxonomy.TaxonomyFiles;

class PersonAndHistoryTest {
    private static final Taxonomy TAXONOMY = TaxonomyFiles.own();
    private static final Item MALTA = TestItems.item("i", 1, "Border guards of Malta");

    @TempDir
    Path state;

    private final List<Item> log = new ArrayList<>();
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> items;
    private TestInputTopic<byte[], byte[]> corrections;
    private TestInputTopic<byte[], byte[]> requests;
    private TestOutputTopic<byte[], byte[]> tagged;
    private TestOutputTopic<byte[], byte[]> retags;
    private TestOutputTopic<byte[], byte[]> deadLetters;

    @BeforeEach
    void open() {
        open(TAXONOMY);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aCorrectedItemIsGivenOutAtOnceAsThePersonHasIt() {
        send(MALTA);
        tagged.readRecord();

        correct("i", change(Action.ADD, "IT"), change(Action.REMOVE, "MT"));

        TestRecord<byte[], byte[]> out = tagged.readRecord();
        Tags tags = tags(out);
        assertThat(EventHeaders.type(out.headers())).isEqualTo(EventType.RETAGGED);
        assertThat(tags.regions()).singleElement().satisfies(tag -> {
            assertThat(tag.id()).isEqualTo("IT");
            assertThat(tag.source()).isEqualTo(Tag.Source.PERSON);
        });
        assertThat(tags.regionRollup()).contains("eu", "039");
    }

    @Test
    void aCorrectionSurvivesAnEdit() {
        send(MALTA);
        correct("i", change(Action.REMOVE, "MT"));
        send(TestItems.item("i", 2, "Border guards of Malta and Libya"));

        assertThat(tags(tagged.readRecordsToList().getLast()).regions())
                .extracting(Tag::id)
                .containsExactly("LY");
    }

    @Test
    void anUndoneCorrectionLeavesWhatTheRulesSay() {
        send(MALTA);
        Tags rules = tags(tagged.readRecord());
        Change change = change(Action.REMOVE, "MT");
        correct("i", change);

        correct("i", change.undone(new Correction.Undone("desk", TestItems.NOW, null)));

        assertThat(tags(tagged.readRecordsToList().getLast())).isEqualTo(rules);
    }

    @Test
    void aTombstoneTakesEveryCorrectionBack() {
        send(MALTA);
        correct("i", change(Action.REMOVE, "MT"));
        corrections.pipeInput("i".getBytes(UTF_8), (byte[]) null);

        assertThat(tags(tagged.readRecordsToList().getLast()).regions())
                .extracting(Tag::id)
                .containsExactly("MT");
    }

    @Test
    void aCorrectionWaitsForItsItem() {
        correct("i", change(Action.PRIMARY, "IT"));
        assertThat(tagged.isEmpty()).isTrue();

        send(MALTA);

        assertThat(tags(tagged.readRecord()).regions()).extracting(Tag::id).containsExactly("IT", "MT");
    }

    @Test
    void aCorrectionThatMakesNoDifferenceGivesNothingOut() {
        send(MALTA);
        tagged.readRecord();

        correct("i", change(Action.REMOVE, "IT"));

        assertThat(tagged.isEmpty()).isTrue();
    }

    @Test
    void poisonedCorrectionsAndRequestsAreDeadLetters() {
        corrections.pipeInput("i".getBytes(UTF_8), "{".getBytes(UTF_8));
        corrections.pipeInput("other".getBytes(UTF_8), Json.write(new Correction("i", List.of())));
        requests.pipeInput("i".getBytes(UTF_8), "[]".getBytes(UTF_8));
        requests.pipeInput("i".getBytes(UTF_8), (byte[]) null);
        requests.pipeInput("other".getBytes(UTF_8), Json.write(new RetagRequest("r", false, MALTA)));

        assertThat(deadLetters.readRecordsToList())
                .extracting(letter -> EventHeaders.text(letter.headers(), "dead-letter-topic"))
                .containsExactly(
                        Topic.CORRECTIONS.topicName(),
                        Topic.CORRECTIONS.topicName(),
                        Topic.RETAG_REQUESTS.topicName(),
                        Topic.RETAG_REQUESTS.topicName(),
                        Topic.RETAG_REQUESTS.topicName());
    }

    @Test
    void aNewTaxonomyGivesOutAgainOnlyWhatDiffers() {
        send(MALTA);
        send(TestItems.item("j", 1, "Visas"));
        tagged.readRecordsToList();
        startAgainWith(without("MT"));

        again(false, MALTA, TestItems.item("j", 1, "Visas"));

        List<TestRecord<byte[], byte[]>> out = tagged.readRecordsToList();
        assertThat(out).singleElement().satisfies(record -> {
            assertThat(EventHeaders.type(record.headers())).isEqualTo(EventType.RETAGGED);
            assertThat(tags(record).regions()).isEmpty();
        });
        RetagOutcome outcome = outcome();
        assertThat(outcome.seen()).isEqualTo(2);
        assertThat(outcome.changed()).isEqualTo(1);
        assertThat(outcome.differences())
                .isEqualTo(Map.of("region/MT", new RetagOutcome.Difference(0, 1, List.of(), List.of("i"))));
    }

    @Test
    void aDryRunTellsTheSameAndGivesNothingOut() {
        send(MALTA);
        tagged.readRecord();
        startAgainWith(without("MT"));

        again(true, MALTA);

        assertThat(tagged.isEmpty()).isTrue();
        assertThat(outcome().differences().get("region/MT").lost()).isEqualTo(1);
    }

    @Test
    void aRequestForAnotherRevisionIsStale() {
        send(MALTA);
        send(TestItems.item("i", 2, "Newer"));
        send(TestItems.item("j", 1, "Gone").withdrawn(TestItems.NOW));

        again(false, MALTA, TestItems.item("j", 1, "Gone"), TestItems.item("never", 1, "seen"));

        RetagOutcome outcome = outcome();
        assertThat(outcome.stale()).isEqualTo(3);
        assertThat(outcome.seen()).isZero();
    }

    @Test
    void reTaggingKeepsAPersonsWordAndTellsWhereTheRulesDisagree() {
        send(MALTA);
        correct("i", change(Action.REMOVE, "MT"));
        tagged.readRecordsToList();

        again(false, MALTA);

        assertThat(tagged.isEmpty()).isTrue();
        assertThat(outcome().disagreements()).isEqualTo(Map.of("remove region/MT", 1L));
    }

    private void open(Taxonomy taxonomy) {
        driver = new TopologyTestDriver(
                EnrichTopology.of(new Tagging(
                        new Tagger(taxonomy),
                        new CorrectedTags(taxonomy),
                        new TagAccount(new SimpleMeterRegistry()),
                        () -> new FakeItemLog(log))),
                new StreamsConfiguration(state, 1, (short) 1).properties(KafkaConnection.to("nowhere:9")));
        ByteArraySerializer in = new ByteArraySerializer();
        ByteArrayDeserializer out = new ByteArrayDeserializer();
        items = driver.createInputTopic(Topic.ITEMS.topicName(), in, in);
        corrections = driver.createInputTopic(Topic.CORRECTIONS.topicName(), in, in);
        requests = driver.createInputTopic(Topic.RETAG_REQUESTS.topicName(), in, in);
        tagged = driver.createOutputTopic(Topic.TAGGED_ITEMS.topicName(), out, out);
        retags = driver.createOutputTopic(Topic.RETAGS.topicName(), out, out);
        deadLetters = driver.createOutputTopic(Topic.DEAD_LETTERS.topicName(), out, out);
    }

    /** The driver forgets its stores when it is closed, which Kafka does not. */
    private void startAgainWith(Taxonomy taxonomy) {
        Map<String, byte[]> given = new HashMap<>();
        try (KeyValueIterator<String, byte[]> all =
                driver.<String, byte[]>getKeyValueStore(ItemTask.GIVEN).all()) {
            all.forEachRemaining(entry -> given.put(entry.key, entry.value));
        }
        close();
        open(taxonomy);
        given.forEach(driver.<String, byte[]>getKeyValueStore(ItemTask.GIVEN)::put);
    }

    private void send(Item item) {
        log.add(item);
        items.pipeInput(item.id().getBytes(UTF_8), Json.write(item));
    }

    private void correct(String item, Change... changes) {
        corrections.pipeInput(item.getBytes(UTF_8), Json.write(new Correction(item, List.of(changes))));
    }

    private void again(boolean dryRun, Item... all) {
        for (Item item : all) {
            requests.pipeInput(item.id().getBytes(UTF_8), Json.write(new RetagRequest("r", dryRun, item)));
        }
        requests.pipeInput("r".getBytes(UTF_8), Json.write(new RetagRequest("r", dryRun, null)));
    }

    private RetagOutcome outcome() {
        RetagPart part = Json.read(retags.readValue(), RetagPart.class);
        assertThat(part.done()).isTrue();
        return part.outcome();
    }

    private static Change change(Action action, String region) {
        return new Change(1, Dimension.REGION, region, action, "desk", TestItems.NOW, null, null);
    }

    private static Tags tags(TestRecord<byte[], byte[]> out) {
        return Json.read(out.value(), TaggedItem.class).tags();
    }

    private static Taxonomy without(String region) {
        return new Taxonomy(
                "2099.1.1",
                "d",
                TAXONOMY.regions().stream().filter(r -> !r.id().equals(region)).toList(),
                TAXONOMY.themes(),
                TAXONOMY.kinds(),
                TAXONOMY.notPlaces());
    }
}
