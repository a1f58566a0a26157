// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.migrationnewswire.contracts.Topic;

/**
 * Reads partitions from their beginning to the committed end that they have when asked: how a service learns what a
 * compacted topic says before it acts on it.
 */
public final class CommittedLog {
    private static final Duration POLL = Duration.ofMillis(200);

    private CommittedLog() {}

    /** Who is told of each record, in order within a partition. */
    @FunctionalInterface
    public interface Reader {
        /** A record; its value is null when it is a tombstone. */
        void read(ConsumerRecord<String, byte[]> record);
    }

    /** All partitions of a topic. */
    public static List<TopicPartition> partitions(Consumer<String, byte[]> consumer, Topic topic) {
        return consumer.partitionsFor(topic.topicName()).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
    }

    /**
     * Reads the partitions to the end that they have now, and leaves the consumer assigned and positioned there.
     *
     * @param consumer one outside any group; what it was assigned before is dropped
     */
    public static void readToEnd(
            Consumer<String, byte[]> consumer, Collection<TopicPartition> partitions, Reader reader) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(reader::read);
        }
    }
}
