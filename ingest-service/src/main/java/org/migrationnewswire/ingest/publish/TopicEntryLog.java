// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.migrationnewswire.contracts.Entry;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Topic;

/** A partition of {@code newswire.entries}. The last record of a key is never compacted away, so offsets stay good. */
final class TopicEntryLog implements EntryLog {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int FAR = 500;

    private final Consumer<String, byte[]> consumer;
    private final TopicPartition partition;

    /** Reads with a consumer outside any group; what it was assigned before is dropped. */
    TopicEntryLog(Consumer<String, byte[]> consumer, int partition) {
        this.consumer = consumer;
        this.partition = new TopicPartition(Topic.ENTRIES.topicName(), partition);
    }

    @Override
    public List<Entry> read(Collection<Long> offsets) {
        TreeSet<Long> missing = new TreeSet<>(offsets);
        List<Entry> entries = new ArrayList<>(offsets.size());
        if (missing.isEmpty()) {
            return entries;
        }
        consumer.assign(List.of(partition));
        consumer.seek(partition, missing.first());
        Instant end = Instant.now().plus(PATIENCE);
        while (!missing.isEmpty()) {
            seek(missing.first());
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (missing.remove(record.offset())) {
                    entries.add(Json.read(record.value(), Entry.class));
                }
            }
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("no entry at " + partition + " " + missing.first());
            }
        }
        return entries;
    }

    /** Goes to the offset, unless it is only a little ahead of where the consumer is. */
    private void seek(long offset) {
        long position = consumer.position(partition);
        if (offset < position || offset > position + FAR) {
            consumer.seek(partition, offset);
        }
    }
}
