// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a re-tagging of the history stands; a record of {@link Topic#RETAGS}, keyed by its id.
 *
 * @param id its id
 * @param taxonomy what it tags by
 * @param status in a word
 * @param positions offset in {@link Topic#ITEMS} that each partition has been replayed to, exclusive
 * @param seen items replayed
 * @param changed items whose tags differ
 * @param difference by tag id: items that gained it (+) or lost it (-), as {@code "+12 -3"}
 * @param startedAt when it began
 * @param finishedAt when it ended; null while it runs
 */
public record Retag(
        String id,
        Tags.TaxonomyReference taxonomy,
        Status status,
        Map<Integer, Long> positions,
        long seen,
        long changed,
        Map<String, String> difference,
        Instant startedAt,
        @Nullable Instant finishedAt) {
    public Retag {
        Require.text("retag id", id);
        positions = positions == null ? Map.of() : Map.copyOf(positions);
        difference = difference == null ? Map.of() : Map.copyOf(difference);
    }

    /** How a re-tagging stands. */
    public enum Status {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("done")
        DONE,
        @JsonProperty("cancelled")
        CANCELLED
    }
}
