// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.migrationnewswire.contracts.FeedEvent;

/**
 * Counts of what ingest has done since it started, counted when their transaction is committed. The identity holds at
 * all times: {@code seen = unchanged + published + updated + withdrawn + held + dead-lettered}.
 */
public final class PollAccount {
    private static final String ENTRIES = "newswire.ingest.entries";

    private final MeterRegistry registry;
    private final Counter seen;
    private final Counter unchanged;
    private final Counter published;
    private final Counter updated;
    private final Counter withdrawn;
    private final Counter held;
    private final Counter deadLettered;

    /** An account whose counters stand in that registry. */
    public PollAccount(MeterRegistry registry) {
        this.registry = registry;
        this.seen = registry.counter(ENTRIES, "outcome", "seen");
        this.unchanged = registry.counter(ENTRIES, "outcome", "unchanged");
        this.published = registry.counter(ENTRIES, "outcome", "published");
        this.updated = registry.counter(ENTRIES, "outcome", "updated");
        this.withdrawn = registry.counter(ENTRIES, "outcome", "withdrawn");
        this.held = registry.counter(ENTRIES, "outcome", "held");
        this.deadLettered = registry.counter(ENTRIES, "outcome", "dead-lettered");
    }

    void polled(String outcome) {
        registry.counter("newswire.ingest.polls", "outcome", outcome).increment();
    }

    void event(FeedEvent.Type type) {
        registry.counter("newswire.ingest.feed.events", "type", type.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** Items that a person has taken out: they were seen in no document. */
    void withdrawn(int items) {
        registry.counter("newswire.ingest.erased").increment(items);
    }

    /** What the entries of a poll came to, each counted once. */
    record Entries(int unchanged, int published, int updated, int withdrawn, int held, int deadLettered) {
        int seen() {
            return unchanged + published + updated + withdrawn + held + deadLettered;
        }
    }

    void entries(Entries entries) {
        seen.increment(entries.seen());
        unchanged.increment(entries.unchanged());
        published.increment(entries.published());
        updated.increment(entries.updated());
        withdrawn.increment(entries.withdrawn());
        held.increment(entries.held());
        deadLettered.increment(entries.deadLettered());
    }
}
