// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Entry;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.contracts.FeedState;

/** What the owner of a feed's partition knows of it. Belongs to the one thread of the ingest loop. */
final class FeedMemory {
    private final Feed feed;
    private final Map<String, Entry> entries;
    private FeedState state;
    private @Nullable Instant writtenAt;

    FeedMemory(Feed feed, @Nullable FeedState state, Map<String, Entry> entries, Instant now) {
        this.feed = feed;
        this.entries = entries;
        this.state = state == null ? unpolled(feed, now) : state;
    }

    /** The same memory of a feed that a person has changed. */
    FeedMemory changed(Feed newFeed) {
        FeedMemory memory = new FeedMemory(newFeed, state, new HashMap<>(entries), Instant.EPOCH);
        memory.writtenAt = writtenAt;
        return memory;
    }

    Feed feed() {
        return feed;
    }

    FeedState state() {
        return state;
    }

    @Nullable
    Entry entry(String keyHash) {
        return entries.get(keyHash);
    }

    /** Whether the state of a poll that changed nothing but the schedule is due to be written. */
    boolean isWriteDue(Instant now, Duration atMostEvery) {
        return writtenAt == null || !now.isBefore(writtenAt.plus(atMostEvery));
    }

    void committed(FeedState newState, List<Entry> changed, Instant at) {
        state = newState;
        changed.forEach(entry -> entries.put(entry.keyHash(), entry));
        writtenAt = at;
    }

    /** A poll that changed only the schedule and was not written. */
    void rescheduled(FeedState newState) {
        state = newState;
    }

    private static FeedState unpolled(Feed feed, Instant now) {
        return new FeedState(
                feed.id(),
                null,
                null,
                FeedState.Validators.NONE,
                new FeedState.Health(FeedState.Status.NEW, 0, now, null),
                Duration.ZERO,
                now,
                false,
                List.of());
    }
}
