// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.topology;

import org.apache.kafka.streams.processor.api.Record;
import org.migrationnewswire.contracts.EventType;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Steps;
import org.migrationnewswire.contracts.UnreadableValueException;
import org.migrationnewswire.contracts.kafka.EventHeaders;

/** Tags one new revision after another. */
final class TagProcessor extends ItemTask {
    TagProcessor(Tagging tagging) {
        super(tagging);
    }

    @Override
    void handle(Record<byte[], byte[]> input) {
        Steps.reached("enrich.item.received");
        Item item = item(input);
        EventType type = EventHeaders.type(input.headers()); // one that there is not is poison, too
        Given before = given(item.id());
        if (before != null && before.covers(item)) {
            if (before.isCurrent(item)) {
                remember(item.id(), before.at(offset())); // compaction keeps the later one
            }
            tagging().account().stale();
            return;
        }
        EventType given = type == null ? EventType.of(item) : type;
        if (give(input, given, item, corrected(rules(item), item, correction(item.id())), offset(), "")) {
            tagging().account().tagged();
        }
    }

    @Override
    void lost() {
        tagging().account().deadLettered();
    }

    private static Item item(Record<byte[], byte[]> input) {
        String key = key(input);
        if (input.value() == null) {
            throw new UnreadableValueException("an item without a value", null);
        }
        Item item = Json.read(input.value(), Item.class);
        if (!key.equals(item.id())) {
            throw new UnreadableValueException("the key is not the item's id", null);
        }
        return item;
    }
}
