// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import org.migrationnewswire.contracts.Command;
import org.migrationnewswire.contracts.Entry;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.contracts.Item;
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
    private final EntryLog log;
    private final Map<String, FeedMemory> feeds = new HashMap<>();
    private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparing(Due::at));
    private final Deque<Wanted> wanted = new ArrayDeque<>();
    private final Set<String> inFlight = new HashSet<>();

    private OwnedPartition(int number, Producer<String, byte[]> producer, EntryLog log) {
        this.number = number;
        this.producer = producer;
        this.log = log;
    }

    private record Due(String feedId, Instant at) {}

    private record Wanted(String feedId, Ask ask) {}

    /** Who polls a feed for its owner. */
    interface Polling {
        void poll(Feed feed, FeedState state, Ask ask);

        void take(Feed feed, FeedState state, Command.Document document);
    }

    /**
     * What every transaction is committed with.
     *
     * @param offsets how far feeds and commands have been taken in
     * @param group the membership that the partition is owned by
     * @param account counts what was committed
     */
    record Commit(Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group, PollAccount account) {}

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
        OwnedPartition owned = new OwnedPartition(number, producer, new TopicEntryLog(side, number));
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
        Map<String, EntryTable> entries = new HashMap<>();
        CommittedLog.readToEnd(
                side,
                List.of(
                        feedsPartition,
                        new TopicPartition(Topic.FEED_STATE.topicName(), number),
                        new TopicPartition(Topic.ENTRIES.topicName(), number)),
                record -> remember(record, known, states, entries));
        known.values()
                .forEach(feed -> put(new FeedMemory(
                        feed, states.get(feed.id()), entries.getOrDefault(feed.id(), new EntryTable()), log, now)));
        LOG.info("Partition claimed partition={} feeds={}", number, known.size());
        return side.position(feedsPartition);
    }

    private static void remember(
            ConsumerRecord<String, byte[]> record,
            Map<String, Feed> feeds,
            Map<String, FeedState> states,
            Map<String, EntryTable> entries) {
        if (record.topic().equals(Topic.FEEDS.topicName())) {
            keep(record, Feed.class, feeds);
        } else if (record.topic().equals(Topic.FEED_STATE.topicName())) {
            keep(record, FeedState.class, states);
        } else if (record.value() != null) {
            Entry entry = Json.read(record.value(), Entry.class);
            entries.computeIfAbsent(entry.feedId(), id -> new EntryTable()).put(entry, record.offset());
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
            put(before == null ? new FeedMemory(feed, null, new EntryTable(), log, now) : before.changed(feed));
        } catch (UnreadableValueException e) {
            LOG.error("A feed's record can't be read and is passed over feed={} reason={}", feedId, e.getMessage());
        }
    }

    /** Does what a command says: at once what only writes, with the next polls what polls. */
    void obey(String feedId, Command command, Polling polling, Commit commit, Instant now) {
        switch (command.type()) {
            case POLL_FEED -> wanted.add(new Wanted(command.subject(), Ask.COMMANDED));
            case SAME_ENTRIES -> wanted.add(new Wanted(command.subject(), Ask.SAME_ENTRIES));
            case NEW_ENTRIES -> wanted.add(new Wanted(command.subject(), Ask.NEW_ENTRIES));
            case PUSHED -> take(command, polling);
            case PUSH_VERIFIED -> verified(command, commit, now);
            case WITHDRAW_FEED -> withdraw(command.subject(), commit, now);
            case ERASE_ITEM -> erase(feedId, command.subject(), commit, now);
        }
    }

    private void take(Command command, Polling polling) {
        FeedMemory memory = feeds.get(command.subject());
        if (memory != null && memory.feed().enabled() && command.document() != null) {
            polling.take(memory.feed(), memory.state(), command.document());
        }
    }

    private void verified(Command command, Commit commit, Instant now) {
        FeedMemory memory = feeds.get(command.subject());
        FeedState.Push push = memory == null ? null : memory.state().push();
        if (memory == null || push == null) {
            return;
        }
        NextState next = new NextState(memory.state(), now);
        next.push(new FeedState.Push(push.hub(), push.topic(), push.askedAt(), command.until(), push.works()));
        Transaction transaction = new Transaction(number, producer);
        transaction.state(next.soFar());
        transaction.commit(commit.offsets(), commit.group());
        memory.committed(next.soFar(), List.of(), now);
    }

    /** Takes all items of a feed back, and forgets the feed; its entries stay known, so that none comes again. */
    private void withdraw(String feedId, Commit commit, Instant now) {
        FeedMemory memory = feeds.get(feedId);
        if (memory == null) {
            return;
        }
        Transaction transaction = new Transaction(number, producer);
        int withdrawn = 0;
        for (Entry entry : memory.entries()) {
            if (entry.itemId() != null && entry.withdrawnAt() == null && entry.revision() > 0) {
                transaction.revised(Withdrawal.of(entry, entry.itemId(), source(memory), now));
                withdrawn++;
            }
        }
        transaction.forget(feedId);
        transaction.commit(commit.offsets(), commit.group());
        feeds.remove(feedId);
        commit.account().withdrawn(withdrawn);
        LOG.info("A feed was removed with its items feed={} withdrawn={}", feedId, withdrawn);
    }

    private void erase(String feedId, String itemId, Commit commit, Instant now) {
        FeedMemory memory = feeds.get(feedId);
        Entry entry = memory == null
                ? null
                : memory.entries().stream()
                        .filter(e -> itemId.equals(e.itemId()) && e.withdrawnAt() == null)
                        .findFirst()
                        .orElse(null);
        if (memory == null || entry == null) {
            LOG.warn("An item to be erased is not of this feed, or is withdrawn item={} feed={}", itemId, feedId);
            return;
        }
        Derivation.Revised gone = Withdrawal.of(entry, itemId, source(memory), now);
        Transaction transaction = new Transaction(number, producer);
        transaction.revised(gone);
        transaction.commit(commit.offsets(), commit.group());
        memory.committed(List.of(transaction.stored(gone.entry())));
        commit.account().withdrawn(1);
        LOG.info("An item was erased item={} feed={}", itemId, feedId);
    }

    private static Item.Source source(FeedMemory memory) {
        String title = memory.feed().title();
        String given = memory.state().title() == null
                ? memory.feed().url()
                : memory.state().title();
        return new Item.Source(title == null ? given : title, memory.state().link());
    }

    /** Starts the polls that are due, one a feed at a time. */
    void startPolls(Instant now, Polling polling) {
        for (int n = wanted.size(); n > 0; n--) {
            Wanted next = wanted.pop();
            if (inFlight.contains(next.feedId())) {
                wanted.add(next);
            } else {
                start(next.feedId(), next.ask(), polling);
            }
        }
        while (!due.isEmpty() && !due.peek().at().isAfter(now)) {
            Due next = due.poll();
            FeedMemory memory = feeds.get(next.feedId());
            if (memory != null && next.at().equals(memory.nextPollAt())) {
                start(next.feedId(), Ask.SCHEDULED, polling);
            }
        }
    }

    private void start(String feedId, Ask ask, Polling polling) {
        FeedMemory memory = feeds.get(feedId);
        Feed feed = memory == null ? null : memory.feed();
        if (memory != null && feed != null && feed.enabled() && inFlight.add(feedId)) {
            polling.poll(feed, memory.state(), ask);
        }
    }

    /** Writes what the polls come to: one transaction, or none when there is nothing worth one. */
    void publish(List<Polled> polled, PollOutcomes outcomes, Subscriber subscriber, Commit commit) {
        // Two polls of one feed, such as one of its own and one by its hub, derive one after the other.
        Map<String, Polled> first = new LinkedHashMap<>();
        List<Polled> later = new ArrayList<>();
        polled.forEach(one -> {
            if (first.putIfAbsent(one.feedId(), one) != null) {
                later.add(one);
            }
        });
        PollTransaction transaction = new PollTransaction(new Transaction(number, producer));
        for (Polled one : first.values()) {
            FeedMemory memory = feeds.get(one.feedId());
            if (memory != null) { // else it was removed while it was polled
                transaction.add(outcomes.of(memory, one), one);
            }
        }
        transaction.commit(commit);
        first.values().stream().filter(one -> one.ask() != Ask.PUSHED).forEach(one -> inFlight.remove(one.feedId()));
        transaction.remember(commit.account(), subscriber);
        first.keySet().forEach(this::schedule);
        if (!later.isEmpty()) {
            publish(later, outcomes, subscriber, commit);
        }
    }

    private void put(FeedMemory memory) {
        feeds.put(memory.feedId(), memory);
        schedule(memory.feedId());
    }

    private void schedule(String feedId) {
        FeedMemory memory = feeds.get(feedId);
        Instant next = memory == null ? null : memory.nextPollAt();
        if (next != null) {
            due.add(new Due(feedId, next));
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
