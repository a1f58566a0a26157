// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.registry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.UnreadableValueException;
import org.migrationnewswire.contracts.kafka.CommittedLog;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All feeds and their states as the log has them, kept up to date on a thread of its own. Thread-safe. */
public final class RegistryView implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryView.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PAUSE_MS = 500;

    private final KafkaConnection connection;
    private final Map<String, Feed> feeds = new ConcurrentHashMap<>();
    private final Map<String, FeedState> states = new ConcurrentHashMap<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("ingest-registry").unstarted(this::run);
    private volatile boolean complete;

    /** A view that is not started yet. */
    public RegistryView(KafkaConnection connection) {
        this.connection = connection;
    }

    /**
     * A feed and how it does.
     *
     * @param feed as registered
     * @param state null before its first poll
     */
    public record FeedWithState(Feed feed, @Nullable FeedState state) {}

    /** Begins to read. */
    public void start() {
        thread.start();
    }

    /** Whether it has read all that was there when it started. */
    public boolean isComplete() {
        return complete;
    }

    /** All feeds, by title and URL. */
    public List<FeedWithState> all() {
        List<FeedWithState> all = new ArrayList<>();
        feeds.values().forEach(feed -> all.add(new FeedWithState(feed, states.get(feed.id()))));
        all.sort(Comparator.comparing(f -> f.feed().title() + " " + f.feed().url()));
        return all;
    }

    /** The feed of that id; null when there is none. */
    public @Nullable FeedWithState find(String id) {
        Feed feed = feeds.get(id);
        return feed == null ? null : new FeedWithState(feed, states.get(id));
    }

    @Override
    public void close() {
        stopped.set(true);
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped.get()) {
            Consumer<String, byte[]> consumer = connection.consumer("ingest-registry", Map.of());
            try {
                follow(consumer);
            } catch (WakeupException e) {
                LOG.debug("The registry's view was woken up to stop");
            } catch (RuntimeException e) {
                LOG.warn("The registry's view begins again reason={}", e.toString());
                pause();
            } finally {
                consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = new ArrayList<>(CommittedLog.partitions(consumer, Topic.FEEDS));
        partitions.addAll(CommittedLog.partitions(consumer, Topic.FEED_STATE));
        CommittedLog.readToEnd(consumer, partitions, this::take);
        complete = true;
        while (!stopped.get()) {
            consumer.poll(POLL).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.topic().equals(Topic.FEEDS.topicName())) {
                keep(record, Feed.class, feeds);
            } else {
                keep(record, FeedState.class, states);
            }
        } catch (UnreadableValueException e) {
            LOG.error("A record can't be read and is passed over topic={} offset={}", record.topic(), record.offset());
        }
    }

    private static <T> void keep(ConsumerRecord<String, byte[]> record, Class<T> type, Map<String, T> into) {
        if (record.value() == null) {
            into.remove(record.key());
        } else {
            into.put(record.key(), Json.read(record.value(), type));
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
