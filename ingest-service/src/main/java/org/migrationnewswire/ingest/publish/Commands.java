// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.migrationnewswire.contracts.Command;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.UnreadableValueException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The commands to the partitions that are owned. Commands are partitioned as feeds are; how far they have been obeyed
 * is committed with the polls that they caused.
 */
final class Commands implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Consumer<String, byte[]> consumer;
    private final Clock clock;
    private final Set<TopicPartition> followed = new HashSet<>();
    private Instant nextLook = Instant.EPOCH;

    Commands(Consumer<String, byte[]> consumer, Clock clock) {
        this.consumer = consumer;
        this.clock = clock;
    }

    /** Who is told of a command to an owned partition. */
    @FunctionalInterface
    interface Obeyed {
        void obey(int partition, String key, Command command);
    }

    /** Begins with what the group has not committed yet; with what comes from now on when it has committed nothing. */
    void follow(int number, Consumer<String, byte[]> group) {
        TopicPartition partition = partition(number);
        OffsetAndMetadata committed = group.committed(Set.of(partition)).get(partition);
        followed.add(partition);
        consumer.assign(followed);
        if (committed == null) {
            consumer.seekToEnd(List.of(partition));
            consumer.position(partition);
        } else {
            consumer.seek(partition, committed);
        }
    }

    void leave(int number) {
        followed.remove(partition(number));
        consumer.assign(followed);
    }

    void forEachNew(Obeyed obeyed) {
        Instant now = Instant.now(clock);
        if (followed.isEmpty() || now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(LOOK_EVERY);
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ZERO)) {
            try {
                obeyed.obey(record.partition(), record.key(), Json.read(record.value(), Command.class));
            } catch (UnreadableValueException e) {
                LOG.error(
                        "A command can't be read and is passed over offset={} reason={}",
                        record.offset(),
                        e.getMessage());
            }
        }
    }

    Map<TopicPartition, OffsetAndMetadata> offset(int number) {
        TopicPartition partition = partition(number);
        return followed.contains(partition)
                ? Map.of(partition, new OffsetAndMetadata(consumer.position(partition)))
                : Map.of();
    }

    private static TopicPartition partition(int number) {
        return new TopicPartition(Topic.COMMANDS.topicName(), number);
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
