// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.contracts.FeedState;

class FeedMemoryTest {
    private static final Instant FINER_THAN_IT_IS_KEPT = Instant.parse("2026-11-02T12:00:00.123456789Z");

    /** Or the owner, who compares the two, would take the feed for one that is polled at another time: never again. */
    @Test
    void whatWasKeptAndReadAgainIsDueAtTheVerySameTime() {
        FeedMemory memory = new FeedMemory(
                new Feed(
                        "f",
                        "https://x.example/f",
                        null,
                        null,
                        List.of(),
                        Feed.Rights.DEFAULT,
                        null,
                        false,
                        true,
                        Instant.EPOCH),
                FeedState.unpolled("f", FINER_THAN_IT_IS_KEPT),
                new EntryTable(),
                new WrittenEntries(),
                Instant.EPOCH);
        Instant due = memory.nextPollAt();

        memory.committed(memory.state(), List.of(), Instant.EPOCH);

        assertThat(memory.nextPollAt()).isEqualTo(due);
    }
}
