// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.stream;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.UnreadableValueException;
import org.migrationnewswire.contracts.kafka.CommittedLog;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that follows the log from its end and publishes each record; after trouble it goes on where it was. */
final class StreamFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamFeed.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final long PAUSE_MS = 500;
    private static final long STOP_WITHIN_MS = 2_000;

    private final KafkaConnection connection;
    private final StreamHub hub;
    private final long heartBeatNs;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("store-stream").unstarted(this::run);

    StreamFeed(KafkaConnection connection, StreamHub hub, Duration heartBeat) {
        this.connection = connection;
        this.hub = hub;
        this.heartBeatNs = heartBeat.toNanos();
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        stopped.set(true);
        try {
            thread.join(STOP_WITHIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped.get()) {
            Consumer<String, byte[]> consumer = connection.consumer("store-stream", Map.of());
            try {
                follow(consumer);
            } catch (ExecutionException | RuntimeException e) {
                LOG.warn("The stream goes on where it was reason={}", e.toString());
                pause();
            } catch (InterruptedException e) {
                return;
            } finally {
                consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions = CommittedLog.partitions(consumer, Topic.TAGGED_ITEMS);
        consumer.assign(partitions);
        StreamPosition start = start(consumer, partitions);
        partitions.forEach(partition -> consumer.seek(partition, start.offset(partition.partition())));
        long nextBeat = System.nanoTime() + heartBeatNs;
        while (!stopped.get()) {
            consumer.poll(POLL).forEach(this::publish);
            if (System.nanoTime() - nextBeat >= 0) {
                hub.heartBeat();
                nextBeat = System.nanoTime() + heartBeatNs;
            }
        }
    }

    private StreamPosition start(Consumer<String, byte[]> consumer, List<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        String topicId = topicId();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<Long> offsets = new ArrayList<>();
        for (int i = 0; i < partitions.size(); i++) {
            offsets.add(ends.getOrDefault(new TopicPartition(Topic.TAGGED_ITEMS.topicName(), i), 0L));
        }
        StreamPosition end = new StreamPosition(topicId, offsets);
        StreamPosition here = hub.position();
        if (here != null && here.topicId().equals(topicId) && end.reaches(here)) {
            return here;
        }
        hub.begin(end);
        return end;
    }

    private void publish(ConsumerRecord<String, byte[]> record) {
        try {
            hub.publish(StreamEvent.of(record));
        } catch (UnreadableValueException e) {
            LOG.debug("A record is passed over partition={} offset={}", record.partition(), record.offset());
        }
    }

    private String topicId() throws ExecutionException, InterruptedException {
        String name = Topic.TAGGED_ITEMS.topicName();
        try (Admin admin = connection.admin("store-stream-admin")) {
            return requireNonNull(admin.describeTopics(List.of(name))
                            .allTopicNames()
                            .get()
                            .get(name))
                    .topicId()
                    .toString();
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
