// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Correction;
import org.migrationnewswire.contracts.DeadLetter;
import org.migrationnewswire.contracts.EventType;
import org.migrationnewswire.contracts.Ids;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Steps;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.contracts.Tags;
import org.migrationnewswire.contracts.UnreadableValueException;
import org.migrationnewswire.contracts.kafka.EventHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the three ways to an item's tags have in common: a new revision, a person's word, a wish to tag it again. One
 * task has all three of a partition, and its stores: one writer an item.
 */
abstract class ItemTask implements Processor<byte[], byte[], byte[], byte[]> {
    static final String GIVEN = "tagged";
    static final String CORRECTIONS = "corrections";
    static final String TAGGED_ITEMS = "tagged-items";
    static final String DEAD_LETTERS = "dead-letters";

    private static final Logger LOG = LoggerFactory.getLogger(ItemTask.class);
    private static final int MAX_RECORD_BYTES = 1_000_000;
    private static final Tags.TaxonomyReference NO_TAXONOMY = new Tags.TaxonomyReference("", "");

    private final Tagging tagging;
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable KeyValueStore<String, byte[]> given;
    private @Nullable KeyValueStore<String, byte[]> corrections;

    ItemTask(Tagging tagging) {
        this.tagging = tagging;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> initial) {
        context = initial;
        given = initial.getStateStore(GIVEN);
        corrections = initial.getStateStore(CORRECTIONS);
    }

    @Override
    public final void process(Record<byte[], byte[]> input) {
        try {
            handle(input);
        } catch (UnreadableValueException e) {
            deadLetter(input, "unreadable", String.valueOf(e.getMessage()));
        }
    }

    /** Takes one record. */
    abstract void handle(Record<byte[], byte[]> input);

    /** Counts a dead letter. */
    abstract void lost();

    final Tagging tagging() {
        return tagging;
    }

    /** What the rules say. */
    final Tags rules(Item item) {
        return tagging.tagger().tag(item);
    }

    /** What the rules say and persons have corrected. */
    final Tags corrected(Tags rules, Item item, @Nullable Correction correction) {
        return item.withdrawnAt() != null
                ? rules
                : tagging.corrected().over(rules, LocalDate.ofInstant(item.sortDate(), ZoneOffset.UTC), correction);
    }

    /** Equal for equal tags, whichever taxonomy they are from. */
    static String hash(Tags tags) {
        Tags bare = new Tags(
                tags.language(),
                tags.languageConfidence(),
                tags.kind(),
                tags.regions(),
                tags.regionRollup(),
                tags.themes(),
                tags.coverage(),
                tags.storyKey(),
                NO_TAXONOMY);
        return Ids.hash(new String(Json.write(bare), UTF_8));
    }

    /**
     * Gives an item out, and remembers that.
     *
     * @param offset of the item in its partition of items
     * @param id what the event's id ends with
     * @return false when it was too large, and is a dead letter
     */
    final boolean give(Record<byte[], byte[]> input, EventType type, Item item, Tags tags, long offset, String id) {
        byte[] value = Json.write(new TaggedItem(item, tags));
        if (value.length > MAX_RECORD_BYTES) {
            deadLetter(
                    input,
                    "record-too-large",
                    "tagged, it has " + value.length + " bytes, more than " + MAX_RECORD_BYTES);
            return false;
        }
        Steps.reached("enrich.item.tagged");
        remember(
                item.id(), new Given(item.revision(), hash(tags), item.withdrawnAt() != null, offset, Given.ids(tags)));
        String event = item.id() + "/" + item.revision() + (item.withdrawnAt() == null ? "" : "/withdrawn") + "/"
                + tagging.tagger().version() + id;
        context()
                .forward(
                        new Record<>(
                                item.id().getBytes(UTF_8),
                                value,
                                input.timestamp(),
                                EventHeaders.event(type, event, "/newswire/enrich", item.id(), now())),
                        TAGGED_ITEMS);
        Steps.reached("enrich.item.forwarded");
        return true;
    }

    final Instant now() {
        return Instant.ofEpochMilli(context().currentSystemTimeMs());
    }

    private void deadLetter(Record<byte[], byte[]> input, String category, String message) {
        RecordMetadata where = context().recordMetadata().orElse(null);
        DeadLetter letter =
                new DeadLetter(where == null ? "" : where.topic(), partition(), offset(), category, message);
        LOG.warn(
                "A record went to dead letters topic={} partition={} offset={} category={}",
                letter.topic(),
                letter.partition(),
                letter.offset(),
                category);
        context()
                .forward(
                        new Record<>(input.key(), input.value(), input.timestamp(), EventHeaders.deadLetter(letter)),
                        DEAD_LETTERS);
        lost();
    }

    final long offset() {
        return context().recordMetadata().map(RecordMetadata::offset).orElse(-1L);
    }

    final int partition() {
        return context().recordMetadata().map(RecordMetadata::partition).orElse(-1);
    }

    final @Nullable Given given(String itemId) {
        byte[] bytes = opened(given).get(itemId);
        return bytes == null ? null : Json.read(bytes, Given.class);
    }

    final void remember(String itemId, Given now) {
        opened(given).put(itemId, Json.write(now));
    }

    final @Nullable Correction correction(String itemId) {
        byte[] bytes = opened(corrections).get(itemId);
        return bytes == null ? null : Json.read(bytes, Correction.class);
    }

    /** Keeps a correction; null takes it away. */
    final void remember(String itemId, @Nullable Correction correction) {
        opened(corrections).put(itemId, correction == null ? null : Json.write(correction));
    }

    final ProcessorContext<byte[], byte[]> context() {
        return opened(context);
    }

    static <T> T opened(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("not initialised");
        }
        return part;
    }

    static String key(Record<byte[], byte[]> input) {
        if (input.key() == null) {
            throw new UnreadableValueException("a record without a key", null);
        }
        return new String(input.key(), UTF_8);
    }
}
