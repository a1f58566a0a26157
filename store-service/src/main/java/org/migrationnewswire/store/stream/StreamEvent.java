// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.migrationnewswire.contracts.EventType;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.contracts.UnreadableValueException;
import org.migrationnewswire.contracts.kafka.EventHeaders;

/**
 * A record of the log as readers get it.
 *
 * @param partition that it is in
 * @param offset that it has there
 * @param type why it was written
 * @param item what it says
 * @param data the item's JSON, on one line
 */
record StreamEvent(int partition, long offset, EventType type, TaggedItem item, String data) {
    /**
     * Reads a record.
     *
     * @throws UnreadableValueException when it is no tagged item
     */
    static StreamEvent of(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            throw new UnreadableValueException("a tagged item without a value", null);
        }
        TaggedItem item = Json.read(record.value(), TaggedItem.class);
        EventType named = EventHeaders.type(record.headers());
        return new StreamEvent(
                record.partition(),
                record.offset(),
                named == null ? EventType.of(item.item()) : named,
                item,
                data(record.value()));
    }

    /** The one place that decides what of an item a reader of the stream sees. */
    private static String data(byte[] json) {
        return new String(json, UTF_8).replace('\n', ' ');
    }

    int size() {
        return data.length();
    }
}
