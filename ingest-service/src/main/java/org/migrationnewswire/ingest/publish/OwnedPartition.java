// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Entry;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Steps;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.UnreadableValueException;
import org.migrationnewswire.contracts.kafka.CommittedLog;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A partition of feeds that this instance owns: its fenced producer and its memory. For the loop's thread alone. */
final class OwnedPartition implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnedPartition.class);

    private final int number;
    private final Producer<String, byte[]> producer;
    private final Map<String, FeedMemory> feeds = new HashMap<>();
    private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparing(Due::at));
    private final Deque<String> commanded = new ArrayDeque<>();
    private final Set<String> inFlight = new HashSet<>();

    private OwnedPartition(int number, Producer<String, byte[]> producer) {
        this.number = number;
        this.producer = producer;
    }

    private record Due(String feedId, Instant at) {}

    /** Who polls a feed for its owner. */
    interface Polling {
        void poll(Feed feed, FeedState.Validators validators, boolean commanded);
    }

    /**
     * Claims the partition: whoever had it before is fenced when this comes back, and all that they committed is known.
     *
     * @param side a consumer outside any group, to read with
     * @param place told how far the partition of feeds has been read
     */
    static OwnedPartition claim(
            int number,
            KafkaConnection connection,
            org.apache.kafka.clients.consumer.Consumer<String, byte[]> side,
            Instant now,
            Consumer<Long> place) {
        Producer<String, byte[]> producer = connection.transactionalProducer("ingest-" + number);
        OwnedPartition owned = new OwnedPartition(number, producer);
        try {
            producer.initTransactions();
            Steps.reached("ingest.partition.claimed");
            place.accept(owned.restore(side, now));
            Steps.reached("ingest.state.restored");
            return owned;
        } catch (RuntimeException e) {
            owned.close();
            throw e;
        }
    }

    private long restore(org.apache.kafka.clients.consumer.Consumer<String, byte[]> side, Instant now) {
        TopicPartition feedsPartition = new TopicPartition(Topic.FEEDS.topicName(), number);
        Map<String, Feed> known = new HashMap<>();
        Map<String, FeedState> states = new HashMap<>();
        Map<String, Map<String, Entry>> entries = new HashMap<>();
        CommittedLog.readToEnd(
                side,
                List.of(
                        feedsPartition,
                        new TopicPartition(Topic.FEED_STATE.topicName(), number),
                        new TopicPartition(Topic.ENTRIES.topicName(), number)),
                record -> remember(record, known, states, entries));
        known.values()
                .forEach(feed -> put(new FeedMemory(
                        feed, states.get(feed.id()), entries.getOrDefault(feed.id(), new HashMap<>()), now)));
        LOG.info("Partition claimed partition={} feeds={}", number, known.size());
        return side.position(feedsPartition);
    }

    private static void remember(
            ConsumerRecord<String, byte[]> record,
            Map<String, Feed> feeds,
            Map<String, FeedState> states,
            Map<String, Map<String, Entry>> entries) {
        if (record.topic().equals(Topic.FEEDS.topicName())) {
            keep(record, Feed.class, feeds);
        } else if (record.topic().equals(Topic.FEED_STATE.topicName())) {
            keep(record, FeedState.class, states);
        } else if (record.value() != null) {
            Entry entry = Json.read(record.value(), Entry.class);
            entries.computeIfAbsent(entry.feedId(), id -> new HashMap<>()).put(entry.keyHash(), entry);
        }
    }

    private static <T> void keep(ConsumerRecord<String, byte[]> record, Class<T> type, Map<String, T> into) {
        if (record.value() == null) {
            into.remove(record.key());
        } else {
            into.put(record.key(), Json.read(record.value(), type));
        }
    }

    /** Takes in that a person registered, changed or removed a feed. */
    void feedChanged(String feedId, byte @Nullable [] value, Instant now) {
        FeedMemory before = feeds.get(feedId);
        if (value == null) {
            feeds.remove(feedId);
            return;
        }
        try {
            Feed feed = Json.read(value, Feed.class);
            put(before == null ? new FeedMemory(feed, null, new HashMap<>(), now) : before.changed(feed));
        } catch (UnreadableValueException e) {
            LOG.error("A feed's record can't be read and is passed over feed={} reason={}", feedId, e.getMessage());
        }
    }

    /** Takes in that a person wants the feed polled now. */
    void command(String feedId) {
        commanded.add(feedId);
    }

    /** Starts the polls that are due, one a feed at a time. */
    void startPolls(Instant now, Polling polling) {
        while (!commanded.isEmpty() && !inFlight.contains(commanded.peek())) {
            start(commanded.pop(), true, polling);
        }
        while (!due.isEmpty() && !due.peek().at().isAfter(now)) {
            Due next = due.poll();
            FeedMemory memory = feeds.get(next.feedId());
            if (memory != null && next.at().equals(memory.state().nextPollAt())) {
                start(next.feedId(), false, polling);
            }
        }
    }

    private void start(String feedId, boolean byCommand, Polling polling) {
        FeedMemory memory = feeds.get(feedId);
        if (memory != null && memory.feed().enabled() && inFlight.add(feedId)) {
            polling.poll(memory.feed(), memory.state().validators(), byCommand);
        }
    }

    /** Writes what the polls come to: one transaction, or none when there is nothing worth one. */
    void publish(
            List<Polled> polled,
            PollOutcomes outcomes,
            PollAccount account,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            ConsumerGroupMetadata group) {
        PollTransaction transaction = new PollTransaction(number, producer);
        for (Polled one : polled) {
            FeedMemory memory = feeds.get(one.feedId());
            if (memory != null) { // else it was removed while it was polled
                transaction.add(outcomes.of(memory, one), one);
            }
        }
        transaction.commit(offsets, group);
        polled.forEach(one -> inFlight.remove(one.feedId()));
        transaction.remember(account);
        polled.forEach(one -> schedule(one.feedId()));
    }

    private void put(FeedMemory memory) {
        feeds.put(memory.feed().id(), memory);
        schedule(memory.feed().id());
    }

    private void schedule(String feedId) {
        FeedMemory memory = feeds.get(feedId);
        if (memory != null && memory.state().nextPollAt() != null) {
            due.add(new Due(feedId, memory.state().nextPollAt()));
        }
    }

    @Override
    public void close() {
        try {
            producer.close(Duration.ofSeconds(1));
        } catch (RuntimeException e) {
            LOG.warn("The producer did not close cleanly partition={} reason={}", number, e.getMessage());
        }
    }
}
