// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.materialise;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts of what the store has read since it started. The identity holds at all times: {@code received = stored +
 * stale + withdrawn + dead-lettered}.
 */
public final class StoreAccount {
    private static final String RECORDS = "newswire.store.records";

    private final Counter received;
    private final Counter stored;
    private final Counter stale;
    private final Counter withdrawn;
    private final Counter deadLettered;
    private final Lag lag;

    /** An account whose counters stand in that registry. */
    public StoreAccount(MeterRegistry registry) {
        received = registry.counter(RECORDS, "outcome", "received");
        stored = registry.counter(RECORDS, "outcome", "stored");
        stale = registry.counter(RECORDS, "outcome", "stale");
        withdrawn = registry.counter(RECORDS, "outcome", "withdrawn");
        deadLettered = registry.counter(RECORDS, "outcome", "dead-lettered");
        lag = new Lag(registry);
    }

    Lag lag() {
        return lag;
    }

    void stored() {
        count(stored);
    }

    void stale() {
        count(stale);
    }

    void withdrawn() {
        count(withdrawn);
    }

    void deadLettered() {
        count(deadLettered);
    }

    private void count(Counter outcome) {
        received.increment();
        outcome.increment();
    }
}
