// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.migrationnewswire.contracts.Entry;
import org.migrationnewswire.contracts.Ids;

class EntryTableTest {
    private final EntryTable table = new EntryTable();

    @Test
    void aThousandEntriesAreEachFoundWhereTheyWereLastWritten() {
        for (int i = 0; i < 1_000; i++) {
            table.put(entry("key " + i, "content", null), i);
        }
        for (int i = 0; i < 1_000; i += 2) {
            table.put(entry("key " + i, "edited", null), 1_000 + i);
        }

        for (int i = 0; i < 1_000; i++) {
            boolean edited = i % 2 == 0;
            String key = Ids.hash("key " + i);
            assertThat(table.offset(key)).isEqualTo(edited ? 1_000 + i : i);
            assertThat(table.isSettled(key, Ids.hash("content"))).isEqualTo(!edited);
            assertThat(table.isSettled(key, Ids.hash("edited"))).isEqualTo(edited);
        }
        assertThat(table.offsets()).hasSize(1_000).isSorted();
        assertThat(table.offset(Ids.hash("another"))).isEqualTo(-1);
    }

    @Test
    void whatIsWithdrawnIsSettledWhateverItsContent() {
        table.put(entry("key", "content", Instant.EPOCH), 7);

        assertThat(table.isSettled(Ids.hash("key"), Ids.hash("other"))).isTrue();
    }

    @Test
    void aCopyGoesItsOwnWay() {
        table.put(entry("key", "content", null), 7);
        EntryTable copy = table.copy();

        copy.put(entry("key", "content", null), 8);

        assertThat(table.offset(Ids.hash("key"))).isEqualTo(7);
    }

    private static Entry entry(String key, String content, @Nullable Instant withdrawn) {
        return new Entry(
                "f",
                Ids.hash(key),
                null,
                Ids.hash(content),
                1,
                "i",
                Instant.EPOCH,
                Instant.EPOCH,
                false,
                List.of(),
                withdrawn,
                null);
    }
}
