// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.materialise;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.CommittedLog;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.store.index.IndexFolder;
import org.migrationnewswire.store.index.ItemIndex;
import org.migrationnewswire.store.taxonomy.TaxonomyView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that writes the index. When anything goes wrong it opens all anew and goes on from the commit. */
public final class Materialiser implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Materialiser.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration REFRESH_EVERY = Duration.ofMillis(100);
    private static final Duration COMMIT_EVERY = Duration.ofSeconds(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final long PAUSE_MS = 500;

    private final KafkaConnection connection;
    private final Path folder;
    private final TaxonomyView taxonomy;
    private final StoreAccount account;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Thread thread = new Thread(this::run, "store-materialiser");
    private volatile @Nullable ItemIndex index;
    private volatile boolean ready;
    private volatile @Nullable Progress progress;
    private final Lag lag;

    /** A materialiser that is not started yet. */
    public Materialiser(KafkaConnection connection, Path folder, TaxonomyView taxonomy, StoreAccount account) {
        this.connection = connection;
        this.folder = folder;
        this.taxonomy = taxonomy;
        this.account = account;
        this.lag = account.lag();
    }

    /** Begins. */
    public void start() {
        thread.start();
    }

    /** The index; null until it has come to the ends that it saw when it started. */
    public @Nullable ItemIndex readyIndex() {
        return ready ? index : null;
    }

    @Override
    public void close() {
        stopped.set(true);
        try {
            thread.join(STOP_WITHIN.toMillis());
            if (thread.isAlive()) {
                LOG.warn("The materialiser did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped.get()) {
            try {
                session();
            } catch (IOException | RuntimeException e) {
                LOG.warn("The materialiser begins again from its last commit reason={}", e.toString());
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void session() throws IOException, InterruptedException {
        String topicId = topicId();
        Consumer<String, byte[]> consumer = connection.consumer("store-materialiser", Map.of());
        try (Producer<String, byte[]> deadLetters = connection.producer("store-dead-letters");
                ItemIndex opened = IndexFolder.open(folder, topicId)) {
            index = opened;
            follow(consumer, opened, new Applier(opened, taxonomy, deadLetters, account));
            opened.commit();
        } finally {
            ready = false;
            index = null;
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
        }
    }

    private void follow(Consumer<String, byte[]> consumer, ItemIndex opened, Applier applier)
            throws InterruptedException {
        List<TopicPartition> partitions = CommittedLog.partitions(consumer, Topic.TAGGED_ITEMS);
        consumer.assign(partitions);
        Map<TopicPartition, Long> missing = new HashMap<>(consumer.endOffsets(partitions));
        seek(consumer, opened, partitions);
        Progress building = Progress.begin(consumer, missing);
        progress = building;
        long nextRefresh = System.nanoTime();
        long nextCommit = System.nanoTime() + COMMIT_EVERY.toNanos();
        while (!stopped.get()) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> record : records) {
                applier.apply(record);
                building.applied();
                lag.applied(record.timestamp());
            }
            lag.at(consumer);
            long now = System.nanoTime();
            if (now - nextRefresh >= 0) {
                opened.refresh();
                nextRefresh = now + REFRESH_EVERY.toNanos();
            }
            if (now - nextCommit >= 0) {
                opened.commit();
                nextCommit = now + COMMIT_EVERY.toNanos();
            }
            if (!ready) {
                building.at(consumer);
                becomeReady(opened, building);
            }
        }
    }

    private void becomeReady(ItemIndex opened, Progress building) {
        if (building.isComplete()) {
            opened.refresh();
            ready = true;
            LOG.info("The index has caught up with the log recordsRead={}", building.records());
        }
    }

    /** How far the index is, for people: {@code ready}, or how much of the log has been read. */
    public String progress() {
        Progress now = progress;
        if (ready) {
            return "ready";
        }
        return now == null ? "waiting for Kafka" : now.text();
    }

    /** From where the commit says; from the first record there is when the log begins after that. */
    private static void seek(Consumer<String, byte[]> consumer, ItemIndex opened, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
        for (TopicPartition partition : partitions) {
            long committed = opened.position().offset(partition.partition());
            consumer.seek(partition, Math.max(committed, first.getOrDefault(partition, 0L)));
        }
    }

    private String topicId() throws InterruptedException {
        String name = Topic.TAGGED_ITEMS.topicName();
        try (Admin admin = connection.admin("store-admin")) {
            return requireNonNull(admin.describeTopics(List.of(name))
                            .allTopicNames()
                            .get()
                            .get(name))
                    .topicId()
                    .toString();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not describe " + name + ": " + e.getMessage(), e);
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
