// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.topology;

import java.time.Instant;
import java.util.List;
import org.migrationnewswire.contracts.Item;

/** Items of few words. */
public final class TestItems {
    /** When they were seen. */
    public static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");

    private TestItems() {}

    /** An item in English that is a title. */
    public static Item item(String id, int revision, String title) {
        return new Item(
                id,
                "f",
                revision,
                List.of(),
                null,
                title,
                null,
                null,
                null,
                null,
                null,
                false,
                List.of(),
                List.of(),
                List.of(),
                "en",
                NOW,
                null,
                NOW,
                NOW,
                NOW,
                new Item.Source("F", null),
                "h",
                false,
                null);
    }
}
