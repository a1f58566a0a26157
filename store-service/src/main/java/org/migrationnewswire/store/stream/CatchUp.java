// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.UnreadableValueException;
import org.migrationnewswire.contracts.kafka.CommittedLog;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.query.Vocabulary;
import org.migrationnewswire.store.index.OneItem;
import org.migrationnewswire.store.index.StandingFilter;

/** Brings readers from where they were to where the stream is: from the ring, else from the log. Thread-safe. */
final class CatchUp {
    private static final String TOO_OLD =
            "The id is older than the log keeps every event: begin anew, with since= for a first fill.";
    private static final int MOST_AT_ONCE = 64;
    private static final long ROOM_WITHIN_MS = 10_000;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(1);

    private final StreamHub hub;
    private final KafkaConnection connection;
    private final Supplier<Vocabulary> vocabulary;
    private final Duration window;
    private final Semaphore replays;
    private final int few;

    CatchUp(StreamHub hub, KafkaConnection connection, Supplier<Vocabulary> vocabulary, StreamLimits limits) {
        this.hub = hub;
        this.connection = connection;
        this.vocabulary = vocabulary;
        this.window = limits.window();
        this.replays = new Semaphore(limits.replays());
        this.few = Math.min(MOST_AT_ONCE, limits.queue() / 2);
    }

    /** Gives the reader what it wants of those events, and says where it is then. */
    static StreamPosition give(
            StreamReader reader, List<StreamEvent> events, StreamPosition from, Vocabulary vocabulary) {
        StreamPosition reached = from;
        for (StreamEvent event : events) {
            StreamPosition next = reached.with(event.partition(), event.offset() + 1);
            if (reader.wants(event, new OneItem(event.item(), vocabulary))) {
                reader.offer(event, reached, next.text());
            }
            reached = next;
        }
        return reached;
    }

    /** Resumes from that position; resets the reader when the log can't give it all that came since. */
    void resume(StreamReader reader, StreamPosition from) throws InterruptedException {
        StreamPosition here = hub.position();
        boolean recent = here != null && here.reaches(from) && hub.recent(from) != null;
        StreamPosition reached = recent ? from : replay(reader, from);
        join(reader, reached);
    }

    /** Gives what came since that time and is wanted by the filter of the fill, then goes on live. */
    void fill(StreamReader reader, StandingFilter wanted, Instant since) throws InterruptedException {
        replays.acquire();
        StreamPosition reached;
        try (Consumer<String, byte[]> consumer = connection.consumer("store-stream-fill", Map.of())) {
            List<TopicPartition> partitions = CommittedLog.partitions(consumer, Topic.TAGGED_ITEMS);
            consumer.assign(partitions);
            reached = start(consumer, partitions, since.minus(CLOCKS_DIFFER_BY), here());
            reached = read(consumer, reader, wanted, reached, Instant.EPOCH);
        } finally {
            replays.release();
        }
        join(reader, reached);
    }

    private @Nullable StreamPosition replay(StreamReader reader, StreamPosition from) throws InterruptedException {
        replays.acquire();
        Consumer<String, byte[]> consumer = connection.consumer("store-stream-replay", Map.of());
        try {
            List<TopicPartition> partitions = CommittedLog.partitions(consumer, Topic.TAGGED_ITEMS);
            consumer.assign(partitions);
            String lost = lost(consumer, partitions, from);
            if (lost != null) {
                reader.finish(StreamMessage.reset(lost));
                return null;
            }
            return read(consumer, reader, reader.filter(), from, Instant.now().minus(window));
        } finally {
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
            replays.release();
        }
    }

    /** Why not all that came after that position can be given; null when it can. */
    private @Nullable String lost(
            Consumer<String, byte[]> consumer, List<TopicPartition> partitions, StreamPosition from) {
        if (!from.topicId().equals(here().topicId()) || from.offsets().size() != partitions.size()) {
            return "The id is of another log: begin anew.";
        }
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        for (TopicPartition partition : partitions) {
            long offset = from.offset(partition.partition());
            if (offset > ends.getOrDefault(partition, 0L)) {
                return "The id is further than the log: begin anew.";
            }
            if (offset < first.getOrDefault(partition, 0L)) {
                return TOO_OLD;
            }
        }
        return null;
    }

    /** The first records of that time or later; where there are none, the end. */
    private static StreamPosition start(
            Consumer<String, byte[]> consumer, List<TopicPartition> partitions, Instant time, StreamPosition like) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, Math.max(0, time.toEpochMilli())));
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
        List<Long> offsets = new ArrayList<>(like.offsets());
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp first = found.get(partition);
            offsets.set(partition.partition(), first == null ? ends.getOrDefault(partition, 0L) : first.offset());
        }
        return new StreamPosition(like.topicId(), offsets);
    }

    /** Reads the log until the ring has the rest; what is older than that may have lost its neighbours. */
    private StreamPosition read(
            Consumer<String, byte[]> consumer,
            StreamReader reader,
            StandingFilter filter,
            StreamPosition from,
            Instant oldest)
            throws InterruptedException {
        StreamPosition reached = from;
        consumer.assignment().forEach(partition -> consumer.seek(partition, from.offset(partition.partition())));
        while (!reader.isEnding() && hub.recent(reached) == null) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (record.timestamp() < oldest.toEpochMilli()) {
                    reader.finish(StreamMessage.reset(TOO_OLD));
                    return reached;
                }
                StreamPosition next = reached.with(record.partition(), record.offset() + 1);
                offer(reader, filter, record, reached, next);
                reached = next;
            }
            for (TopicPartition partition : consumer.assignment()) { // over markers and what compaction has left
                long at = consumer.position(partition);
                if (at > reached.offset(partition.partition())) {
                    reached = reached.with(partition.partition(), at);
                }
            }
        }
        return reached;
    }

    private void offer(
            StreamReader reader,
            StandingFilter filter,
            ConsumerRecord<String, byte[]> record,
            StreamPosition before,
            StreamPosition after)
            throws InterruptedException {
        StreamEvent event;
        try {
            event = StreamEvent.of(record);
        } catch (UnreadableValueException e) {
            return; // a dead letter
        }
        if (reader.wants(event, filter, new OneItem(event.item(), vocabulary.get()))) {
            reader.awaitRoom(1, ROOM_WITHIN_MS);
            reader.offer(event, before, after.text());
        }
    }

    /** Takes what is in the ring, until so little is missing that the hub can wait for it. */
    private void join(StreamReader reader, @Nullable StreamPosition from) throws InterruptedException {
        StreamPosition reached = from;
        while (reached != null && !reader.isEnding() && !hub.join(reader, reached, few)) {
            List<StreamEvent> recent = hub.recent(reached);
            if (recent == null) { // the ring has moved on meanwhile
                reached = replay(reader, reached);
                continue;
            }
            for (int i = 0; i < recent.size() && !reader.isEnding(); i += few) {
                reader.awaitRoom(few, ROOM_WITHIN_MS);
                reached = give(reader, recent.subList(i, Math.min(recent.size(), i + few)), reached, vocabulary.get());
            }
            reader.awaitRoom(few, ROOM_WITHIN_MS);
        }
    }

    private StreamPosition here() {
        StreamPosition here = hub.position();
        if (here == null) {
            throw new IllegalStateException("the stream has not begun");
        }
        return here;
    }
}
