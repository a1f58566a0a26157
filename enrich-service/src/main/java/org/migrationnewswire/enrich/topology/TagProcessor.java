// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
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
import org.migrationnewswire.enrich.tag.Tagger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tags one item after another. */
final class TagProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    static final String STORE = "tagged";
    static final String TAGGED_ITEMS = "tagged-items";
    static final String DEAD_LETTERS = "dead-letters";

    private static final Logger LOG = LoggerFactory.getLogger(TagProcessor.class);
    private static final int MAX_RECORD_BYTES = 1_000_000;

    private final Tagger tagger;
    private final TagAccount account;
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable KeyValueStore<String, byte[]> given;

    TagProcessor(Tagger tagger, TagAccount account) {
        this.tagger = tagger;
        this.account = account;
    }

    /**
     * What was last given out of an item.
     *
     * @param revision of the item
     * @param tags hash of its tags
     * @param withdrawn whether it was taken back
     */
    record Given(int revision, String tags, boolean withdrawn) {
        boolean covers(Item item) {
            return revision > item.revision()
                    || (revision == item.revision() && (withdrawn || item.withdrawnAt() == null));
        }
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> initial) {
        context = initial;
        given = initial.getStateStore(STORE);
    }

    @Override
    public void process(Record<byte[], byte[]> input) {
        Steps.reached("enrich.item.received");
        Item item;
        try {
            item = item(input);
        } catch (UnreadableValueException e) {
            deadLetter(input, "unreadable", String.valueOf(e.getMessage()));
            return;
        }
        Given before = before(item.id());
        if (before != null && before.covers(item)) {
            account.stale();
            return;
        }
        tag(input, item);
    }

    private void tag(Record<byte[], byte[]> input, Item item) {
        Tags tags = tagger.tag(item);
        byte[] value = Json.write(new TaggedItem(item, tags));
        if (value.length > MAX_RECORD_BYTES) {
            deadLetter(
                    input,
                    "record-too-large",
                    "tagged, it has " + value.length + " bytes, more than " + MAX_RECORD_BYTES);
            return;
        }
        Steps.reached("enrich.item.tagged");
        String hash = Ids.hash(new String(Json.write(tags), UTF_8));
        Given now = new Given(item.revision(), hash, item.withdrawnAt() != null);
        store().put(item.id(), Json.write(now));
        context().forward(output(input, item, value), TAGGED_ITEMS);
        Steps.reached("enrich.item.forwarded");
        account.tagged();
    }

    private Record<byte[], byte[]> output(Record<byte[], byte[]> input, Item item, byte[] value) {
        EventType type = EventHeaders.type(input.headers());
        String id = item.id() + "/" + item.revision() + (item.withdrawnAt() == null ? "" : "/withdrawn");
        return new Record<>(
                item.id().getBytes(UTF_8),
                value,
                input.timestamp(),
                EventHeaders.event(
                        type == null ? EventType.of(item) : type,
                        id + "/" + tagger.version(),
                        "/newswire/enrich",
                        item.id(),
                        Instant.ofEpochMilli(context().currentSystemTimeMs())));
    }

    private static Item item(Record<byte[], byte[]> input) {
        if (input.key() == null || input.value() == null) {
            throw new UnreadableValueException("an item without a " + (input.key() == null ? "key" : "value"), null);
        }
        Item item = Json.read(input.value(), Item.class);
        String key = new String(input.key(), UTF_8);
        if (!key.equals(item.id())) {
            throw new UnreadableValueException("the key is not the item's id", null);
        }
        EventHeaders.type(input.headers()); // a type that there is not is a poisoned record, too
        return item;
    }

    private void deadLetter(Record<byte[], byte[]> input, String category, String message) {
        RecordMetadata where = context().recordMetadata().orElse(null);
        DeadLetter letter = new DeadLetter(
                where == null ? "" : where.topic(),
                where == null ? -1 : where.partition(),
                where == null ? -1 : where.offset(),
                category,
                message);
        LOG.warn(
                "An item went to dead letters partition={} offset={} category={}",
                letter.partition(),
                letter.offset(),
                category);
        context()
                .forward(
                        new Record<>(input.key(), input.value(), input.timestamp(), EventHeaders.deadLetter(letter)),
                        DEAD_LETTERS);
        account.deadLettered();
    }

    private @Nullable Given before(String itemId) {
        byte[] bytes = store().get(itemId);
        return bytes == null ? null : Json.read(bytes, Given.class);
    }

    private ProcessorContext<byte[], byte[]> context() {
        if (context == null) {
            throw new IllegalStateException("not initialised");
        }
        return context;
    }

    private KeyValueStore<String, byte[]> store() {
        if (given == null) {
            throw new IllegalStateException("not initialised");
        }
        return given;
    }
}
