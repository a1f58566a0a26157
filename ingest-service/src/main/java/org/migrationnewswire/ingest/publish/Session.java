// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.migrationnewswire.contracts.Command;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.contracts.Steps;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.ingest.schedule.DiskGuard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One membership in the group, from joining it to the first thing that goes wrong. */
final class Session implements ConsumerRebalanceListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    /** Also how long finished polls wait for each other, to share a transaction. */
    private static final Duration POLL = Duration.ofMillis(10);

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final KafkaConnection connection;
    private final Poller poller;
    private final PollOutcomes outcomes;
    private final Subscriber subscriber;
    private final DiskGuard disk;
    private final PollAccount account;
    private final Clock clock;
    private final Consumer<String, byte[]> group;
    private final Consumer<String, byte[]> side;
    private final Commands commands;
    private final Map<Integer, OwnedPartition> owned = new HashMap<>();
    private final BlockingQueue<Finished> finished = new LinkedBlockingQueue<>();
    private volatile boolean member;

    Session(
            KafkaConnection connection,
            Membership membership,
            Poller poller,
            PollOutcomes outcomes,
            Subscriber subscriber,
            DiskGuard disk,
            PollAccount account,
            Clock clock) {
        this.connection = connection;
        this.poller = poller;
        this.outcomes = outcomes;
        this.subscriber = subscriber;
        this.disk = disk;
        this.account = account;
        this.clock = clock;
        this.group = connection.consumer("ingest-group", membership.settings());
        this.side = connection.consumer("ingest-state", Map.of());
        this.commands = new Commands(connection.consumer("ingest-commands", Map.of()), clock);
    }

    /** A poll, with the ownership it was begun under: one of an ownership that has ended is dropped. */
    private record Finished(int partition, OwnedPartition owner, Polled polled) {}

    void run(BooleanSupplier stopped) {
        group.subscribe(List.of(Topic.FEEDS.topicName()), this);
        while (!stopped.getAsBoolean()) {
            for (ConsumerRecord<String, byte[]> record : group.poll(POLL)) {
                OwnedPartition owner = owned.get(record.partition());
                if (owner != null) {
                    owner.feedChanged(record.key(), record.value(), Instant.now(clock));
                }
            }
            commands.forEachNew(this::obey);
            startPolls();
            publishFinished();
        }
    }

    private void obey(int partition, String feedId, Command command) {
        OwnedPartition owner = owned.get(partition);
        if (owner != null) {
            owner.obey(
                    feedId,
                    command,
                    polling(partition, owner),
                    new OwnedPartition.Commit(offsets(partition), group.groupMetadata(), account),
                    Instant.now(clock));
        }
    }

    boolean isMember() {
        return member;
    }

    void wakeup() {
        group.wakeup();
    }

    private void startPolls() {
        if (disk.allowsPolls()) {
            Instant now = Instant.now(clock);
            owned.forEach((number, owner) -> owner.startPolls(now, polling(number, owner)));
        }
    }

    private OwnedPartition.Polling polling(int number, OwnedPartition owner) {
        java.util.function.Consumer<Polled> finish = polled -> finished.add(new Finished(number, owner, polled));
        return new OwnedPartition.Polling() {
            @Override
            public void poll(Feed feed, FeedState state, Ask ask) {
                poller.poll(feed, state, ask, finish);
            }

            @Override
            public void take(Feed feed, FeedState state, Command.Document document) {
                poller.take(feed, state, document, finish);
            }
        };
    }

    private void publishFinished() {
        List<Finished> all = new ArrayList<>();
        finished.drainTo(all);
        Map<Integer, List<Polled>> byPartition = new HashMap<>();
        for (Finished one : all) {
            if (owned.get(one.partition()) == one.owner()) {
                Steps.reached("ingest.poll.fetched");
                byPartition
                        .computeIfAbsent(one.partition(), p -> new ArrayList<>())
                        .add(one.polled());
            }
        }
        byPartition.forEach((number, polled) -> {
            OwnedPartition owner = owned.get(number);
            if (owner != null) {
                owner.publish(
                        polled,
                        outcomes,
                        subscriber,
                        new OwnedPartition.Commit(offsets(number), group.groupMetadata(), account));
            }
        });
    }

    /** Committed with each transaction: the group refuses them from whoever it no longer counts as a member. */
    private Map<TopicPartition, OffsetAndMetadata> offsets(int number) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        TopicPartition feeds = new TopicPartition(Topic.FEEDS.topicName(), number);
        offsets.put(feeds, new OffsetAndMetadata(group.position(feeds)));
        offsets.putAll(commands.offset(number));
        return offsets;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            OwnedPartition claimed = OwnedPartition.claim(
                    partition.partition(), connection, side, Instant.now(clock), end -> group.seek(partition, end));
            owned.put(partition.partition(), claimed);
            commands.follow(partition.partition(), group);
        }
        member = true;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> giveUp(partition.partition()));
    }

    private void giveUp(int number) {
        OwnedPartition owner = owned.remove(number);
        commands.leave(number);
        if (owner != null) {
            owner.close();
        }
    }

    @Override
    public void close() {
        member = false;
        // The group first: leaving it gives up what is owned, through the listener.
        close("group", () -> group.close(CloseOptions.timeout(CLOSE_WITHIN)));
        List.copyOf(owned.keySet()).forEach(this::giveUp);
        close("commands", commands::close);
        close("state", () -> side.close(CloseOptions.timeout(CLOSE_WITHIN)));
    }

    private static void close(String what, Runnable consumer) {
        try {
            consumer.run();
        } catch (RuntimeException e) {
            LOG.warn("A consumer did not close cleanly consumer={} reason={}", what, e.toString());
        }
    }
}
