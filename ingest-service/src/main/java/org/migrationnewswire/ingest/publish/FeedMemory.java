// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        this.state = state == null ? FeedState.unpolled(feed.id(), now) : state;
    }

    /** The same memory of a feed that a person has changed. */
    FeedMemory changed(Feed newFeed) {
        FeedState newState = newFeed.url().equals(feed.url()) ? state : moved();
        FeedMemory memory = new FeedMemory(newFeed, newState, new HashMap<>(entries), Instant.EPOCH);
        memory.writtenAt = writtenAt;
        return memory;
    }

    /** A person has given another address: what was learnt of the old one does not hold. */
    private FeedState moved() {
        return new FeedState(
                state.feedId(),
                state.title(),
                state.link(),
                FeedState.Place.OWN,
                FeedState.Validators.NONE,
                state.health(),
                state.timing(),
                state.rhythm(),
                null,
                state.polled(),
                state.lastPolls());
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

    /** All that is remembered. */
    Collection<Entry> entries() {
        return entries.values();
    }

    /** Entries that are remembered, not withdrawn, and not of those keys. */
    Collection<Entry> absent(Set<String> keyHashes) {
        return entries.values().stream()
                .filter(e -> e.withdrawnAt() == null && !keyHashes.contains(e.keyHash()))
                .toList();
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
}
