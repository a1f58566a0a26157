// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.contracts.kafka.TopicFollower;

/** All feeds and their states as the log has them, kept up to date. Thread-safe. */
public final class RegistryView implements AutoCloseable {
    private final Map<String, Packed<Feed>> feeds = new ConcurrentHashMap<>();
    private final Map<String, Packed<FeedState>> states = new ConcurrentHashMap<>();
    private final TopicFollower follower;

    /** A view that is not started yet. */
    public RegistryView(KafkaConnection connection) {
        this.follower =
                new TopicFollower(connection, "ingest-registry", List.of(Topic.FEEDS, Topic.FEED_STATE), this::take);
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
        follower.start();
    }

    /** Whether it has read all that was there when it started. */
    public boolean isComplete() {
        return follower.isComplete();
    }

    /** All feeds, by title and URL. */
    public List<FeedWithState> all() {
        List<FeedWithState> all = new ArrayList<>();
        feeds.forEach((id, feed) -> all.add(new FeedWithState(feed.value(), state(id))));
        all.sort(Comparator.comparing(f -> f.feed().title() + " " + f.feed().url()));
        return all;
    }

    /** The feed of that id; null when there is none. */
    public @Nullable FeedWithState find(String id) {
        Packed<Feed> feed = feeds.get(id);
        return feed == null ? null : new FeedWithState(feed.value(), state(id));
    }

    private @Nullable FeedState state(String id) {
        Packed<FeedState> state = states.get(id);
        return state == null ? null : state.value();
    }

    @Override
    public void close() {
        follower.close();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(Topic.FEEDS.topicName())) {
            keep(record, Feed.class, feeds);
        } else {
            keep(record, FeedState.class, states);
        }
    }

    private static <T> void keep(ConsumerRecord<String, byte[]> record, Class<T> type, Map<String, Packed<T>> into) {
        if (record.value() == null) {
            into.remove(record.key());
        } else {
            Json.read(record.value(), type); // what can't be read is told now, not when somebody asks
            into.put(record.key(), Packed.ofJson(type, record.value()));
        }
    }
}
