// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Entry;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.ingest.registry.Packed;

/** What the owner of a feed's partition knows of it. Belongs to the one thread of the ingest loop. */
final class FeedMemory {
    private final String feedId;
    private final Packed<Feed> feed;
    private final EntryTable entries;
    private final EntryLog log;
    private Packed<FeedState> state;
    private @Nullable Instant nextPollAt;
    private @Nullable Instant writtenAt;

    FeedMemory(Feed feed, @Nullable FeedState state, EntryTable entries, EntryLog log, Instant now) {
        this.feedId = feed.id();
        this.feed = Packed.of(Feed.class, feed);
        this.entries = entries;
        this.log = log;
        FeedState known = state == null ? FeedState.unpolled(feed.id(), now) : state;
        this.state = Packed.of(FeedState.class, known);
        this.nextPollAt = due(known);
    }

    /**
     * An entry as it was written.
     *
     * @param offset in its partition of {@code newswire.entries}
     */
    record Stored(Entry entry, long offset) {}

    /** The same memory of a feed that a person has changed. */
    FeedMemory changed(Feed newFeed) {
        FeedState now = state();
        FeedState newState = newFeed.url().equals(feed().url()) ? now : moved(now);
        FeedMemory memory = new FeedMemory(newFeed, newState, entries.copy(), log, Instant.EPOCH);
        memory.writtenAt = writtenAt;
        return memory;
    }

    /** A person has given another address: what was learnt of the old one does not hold. */
    private static FeedState moved(FeedState state) {
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

    String feedId() {
        return feedId;
    }

    Feed feed() {
        return feed.value();
    }

    FeedState state() {
        return state.value();
    }

    /** When it is next due; null when it is not to be polled. */
    @Nullable
    Instant nextPollAt() {
        return nextPollAt;
    }

    /** Whether the entry of that key was ever seen. */
    boolean knows(String keyHash) {
        return entries.offset(keyHash) >= 0;
    }

    /** Whether the entry of that key is withdrawn, or has that very content. */
    boolean isSettled(String keyHash, String contentHash) {
        return entries.isSettled(keyHash, contentHash);
    }

    /** The entry of that key, read from the log; null when it was never seen. */
    @Nullable
    Entry entry(String keyHash) {
        long offset = entries.offset(keyHash);
        return offset < 0 ? null : log.read(List.of(offset)).getFirst();
    }

    /** All that is remembered, read from the log. */
    List<Entry> entries() {
        return log.read(entries.offsets().boxed().toList());
    }

    /** Entries that are remembered, not withdrawn, and not of those keys, read from the log. */
    List<Entry> absent(Set<String> keyHashes) {
        return entries().stream()
                .filter(e -> e.withdrawnAt() == null && !keyHashes.contains(e.keyHash()))
                .toList();
    }

    /** Whether the state of a poll that changed nothing but the schedule is due to be written. */
    boolean isWriteDue(Instant now, Duration atMostEvery) {
        return writtenAt == null || !now.isBefore(writtenAt.plus(atMostEvery));
    }

    void committed(FeedState newState, List<Stored> changed, Instant at) {
        rescheduled(newState);
        committed(changed);
        writtenAt = at;
    }

    /** A poll that changed only the schedule and was not written. */
    void rescheduled(FeedState newState) {
        state = Packed.of(FeedState.class, newState);
        nextPollAt = due(newState);
    }

    /** Entries that were written without a poll. */
    void committed(List<Stored> changed) {
        changed.forEach(stored -> entries.put(stored.entry(), stored.offset()));
    }

    /** To the millisecond, as states are kept: one that is kept and read again is due at that very time. */
    private static @Nullable Instant due(FeedState state) {
        Instant next = state.timing().nextPollAt();
        return next == null ? null : next.truncatedTo(ChronoUnit.MILLIS);
    }
}
