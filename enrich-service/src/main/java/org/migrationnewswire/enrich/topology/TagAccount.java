// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts of what enrich has done since it started. The identity holds at all times: {@code received = tagged + stale +
 * dead-lettered}. A transaction that is aborted is done again and counted again.
 */
public final class TagAccount {
    private static final String ITEMS = "newswire.enrich.items";

    private final MeterRegistry registry;
    private final Counter received;
    private final Counter tagged;
    private final Counter stale;
    private final Counter deadLettered;

    /** An account whose counters stand in that registry. */
    public TagAccount(MeterRegistry registry) {
        this.registry = registry;
        received = registry.counter(ITEMS, "outcome", "received");
        tagged = registry.counter(ITEMS, "outcome", "tagged");
        stale = registry.counter(ITEMS, "outcome", "stale");
        deadLettered = registry.counter(ITEMS, "outcome", "dead-lettered");
    }

    void tagged() {
        received.increment();
        tagged.increment();
    }

    void stale() {
        received.increment();
        stale.increment();
    }

    void deadLettered() {
        received.increment();
        deadLettered.increment();
    }

    /** A record of another topic that can't be read. */
    void lost(String topic) {
        registry.counter("newswire.enrich.dead-letters", "topic", topic).increment();
    }
}
