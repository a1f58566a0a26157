// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts of what ingest has done since it started, counted when their transaction is committed. The identity holds at
 * all times: {@code seen = unchanged + published + updated + withdrawn + dead-lettered}.
 */
public final class PollAccount {
    private static final String ENTRIES = "newswire.ingest.entries";

    private final MeterRegistry registry;
    private final Counter seen;
    private final Counter unchanged;
    private final Counter published;
    private final Counter updated;
    private final Counter withdrawn;
    private final Counter deadLettered;

    /** An account whose counters stand in that registry. */
    public PollAccount(MeterRegistry registry) {
        this.registry = registry;
        this.seen = registry.counter(ENTRIES, "outcome", "seen");
        this.unchanged = registry.counter(ENTRIES, "outcome", "unchanged");
        this.published = registry.counter(ENTRIES, "outcome", "published");
        this.updated = registry.counter(ENTRIES, "outcome", "updated");
        this.withdrawn = registry.counter(ENTRIES, "outcome", "withdrawn");
        this.deadLettered = registry.counter(ENTRIES, "outcome", "dead-lettered");
    }

    void polled(String outcome) {
        registry.counter("newswire.ingest.polls", "outcome", outcome).increment();
    }

    /** What the entries of a poll came to, each counted once. */
    record Entries(int unchanged, int published, int updated, int withdrawn, int deadLettered) {
        int seen() {
            return unchanged + published + updated + withdrawn + deadLettered;
        }
    }

    void entries(Entries entries) {
        seen.increment(entries.seen());
        unchanged.increment(entries.unchanged());
        published.increment(entries.published());
        updated.increment(entries.updated());
        withdrawn.increment(entries.withdrawn());
        deadLettered.increment(entries.deadLettered());
    }
}
