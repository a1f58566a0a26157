// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.EventType;
import org.migrationnewswire.contracts.Feed.Display;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.contracts.UnreadableValueException;
import org.migrationnewswire.contracts.kafka.EventHeaders;
import org.migrationnewswire.runtime.http.Reader;
import org.migrationnewswire.store.rights.FeedRights;

/** A record of the log as readers get it: whole, or as much of it as may be shown in the open. Thread-safe. */
final class StreamEvent {
    private final int partition;
    private final long offset;
    private final EventType type;
    private final TaggedItem item;
    private final String data;
    private volatile @Nullable Shown shown;

    /** What was made for the open by what the feed allowed then. */
    private record Shown(Display display, String data) {}

    /** All that the open gets of a withdrawn item. */
    private record Withdrawal(
            String id, int revision, @Nullable Instant withdrawnAt) {}

    private StreamEvent(int partition, long offset, EventType type, TaggedItem item, String data) {
        this.partition = partition;
        this.offset = offset;
        this.type = type;
        this.item = item;
        this.data = data;
    }

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
        if (!item.item().id().equals(record.key())) {
            throw new UnreadableValueException("the key is not the item's id", null);
        }
        EventType named = EventHeaders.type(record.headers());
        EventType type = named == null ? EventType.of(item.item()) : named;
        return new StreamEvent(record.partition(), record.offset(), type, item, line(record.value()));
    }

    int partition() {
        return partition;
    }

    long offset() {
        return offset;
    }

    /** Why it was written. */
    EventType type() {
        return type;
    }

    TaggedItem item() {
        return item;
    }

    /** The item's JSON as the log has it, on one line. */
    String data() {
        return data;
    }

    /** As much of it as its feed shows in the open, on one line; made again only when the feed shows otherwise. */
    String openData(FeedRights rights, Reader open) {
        Display display = rights.display(item.item().feedId());
        Shown known = shown;
        if (known == null || known.display() != display) {
            Item said = item.item();
            Object cut = type == EventType.WITHDRAWN
                    ? new Withdrawal(said.id(), said.revision(), said.withdrawnAt())
                    : rights.cut(item, open);
            known = new Shown(display, line(Json.write(cut)));
            shown = known;
        }
        return known.data();
    }

    int size() {
        return data.length();
    }

    private static String line(byte[] json) {
        return new String(json, UTF_8).replace('\n', ' ');
    }
}
