// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.topology;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.KafkaConnection;

/** The log of items in Kafka. It connects when it is first asked. Not thread-safe: each task has its own. */
final class KafkaItemLog implements ItemLog {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int POLLS = 100;

    private final KafkaConnection connection;
    private @Nullable Consumer<String, byte[]> consumer;

    KafkaItemLog(KafkaConnection connection) {
        this.connection = connection;
    }

    @Override
    public @Nullable Item at(int partition, long offset, String id) {
        TopicPartition where = new TopicPartition(Topic.ITEMS.topicName(), partition);
        Consumer<String, byte[]> reader = consumer();
        reader.assign(List.of(where));
        reader.seek(where, offset);
        try {
            for (int i = 0; i < POLLS && reader.position(where) <= offset; i++) {
                for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                    return record.offset() == offset && id.equals(record.key()) && record.value() != null
                            ? Json.read(record.value(), Item.class)
                            : null;
                }
            }
        } catch (OffsetOutOfRangeException e) {
            return null;
        }
        if (reader.position(where) <= offset) {
            throw new IllegalStateException("the log of items did not answer within 10 s");
        }
        return null;
    }

    private Consumer<String, byte[]> consumer() {
        Consumer<String, byte[]> current = consumer;
        if (current == null) {
            current = connection.consumer("enrich-item-log", Map.of("max.poll.records", 1));
            consumer = current;
        }
        return current;
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close();
        }
    }
}
