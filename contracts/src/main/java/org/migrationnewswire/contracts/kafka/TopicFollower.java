// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.UnreadableValueException;
import org.migrationnewswire.contracts.kafka.CommittedLog.Reader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Some compacted topics, read whole and then followed, on a thread of its own: how an instance keeps a view of what
 * others write. When Kafka fails it begins again from the beginning, so a reader must not mind to be told twice. A
 * record that the reader can't read is logged and passed over.
 */
public final class TopicFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(2);
    private static final long PAUSE_MS = 500;

    private final KafkaConnection connection;
    private final String name;
    private final List<Topic> topics;
    private final Reader reader;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean complete;

    /**
     * A follower that is not started yet.
     *
     * @param name of its client and its thread
     * @param topics what it follows
     * @param reader told of each record, on the follower's thread
     */
    public TopicFollower(KafkaConnection connection, String name, List<Topic> topics, Reader reader) {
        this.connection = connection;
        this.name = name;
        this.topics = List.copyOf(topics);
        this.reader = reader;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /** Begins to read. */
    public void start() {
        thread.start();
    }

    /** Whether it has read all that was there when it started. */
    public boolean isComplete() {
        return complete;
    }

    @Override
    public void close() {
        stopped.set(true);
        try {
            thread.join(STOP_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped.get()) {
            Consumer<String, byte[]> consumer = connection.consumer(name, Map.of());
            try {
                follow(consumer);
            } catch (RuntimeException e) {
                LOG.warn("A follower begins again follower={} reason={}", name, e.toString());
                pause();
            } finally {
                consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        topics.forEach(topic -> partitions.addAll(CommittedLog.partitions(consumer, topic)));
        CommittedLog.readToEnd(consumer, partitions, this::tell);
        complete = true;
        while (!stopped.get()) {
            consumer.poll(POLL).forEach(this::tell);
        }
    }

    private void tell(ConsumerRecord<String, byte[]> record) {
        try {
            reader.read(record);
        } catch (UnreadableValueException e) {
            LOG.error(
                    "A record can't be read and is passed over topic={} partition={} offset={} reason={}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
