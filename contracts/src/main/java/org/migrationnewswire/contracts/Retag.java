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
 * @param from version of the taxonomy before; null when it is the same or unknown
 * @param dryRun whether nothing but the difference is wanted
 * @param reason why, in a sentence; null when not given
 * @param status in a word
 * @param positions offset in {@link Topic#ITEMS} that each partition has been replayed to, exclusive
 * @param ends offset in {@link Topic#ITEMS} where each partition's replay ends, exclusive
 * @param outcome what it came to; null until it is done, and then the sum of its {@link RetagPart}s
 * @param startedAt when it began
 * @param finishedAt when it ended; null while it runs
 */
public record Retag(
        String id,
        Tags.TaxonomyReference taxonomy,
        @Nullable String from,
        boolean dryRun,
        @Nullable String reason,
        Status status,
        Map<Integer, Long> positions,
        Map<Integer, Long> ends,
        @Nullable RetagOutcome outcome,
        Instant startedAt,
        @Nullable Instant finishedAt) {
    public Retag {
        Require.text("retag id", id);
        Require.present("retag taxonomy", taxonomy);
        Require.present("retag status", status);
        positions = positions == null ? Map.of() : Map.copyOf(positions);
        ends = ends == null ? Map.of() : Map.copyOf(ends);
    }

    /** The same, replayed as far as that. */
    public Retag at(Map<Integer, Long> now) {
        return new Retag(id, taxonomy, from, dryRun, reason, status, now, ends, outcome, startedAt, finishedAt);
    }

    /** The same, with every item requested. */
    public Retag requested() {
        return new Retag(
                id, taxonomy, from, dryRun, reason, Status.COUNTING, ends, ends, outcome, startedAt, finishedAt);
    }

    /** The same, ended. */
    public Retag done(RetagOutcome sum, Instant when) {
        return new Retag(id, taxonomy, from, dryRun, reason, Status.DONE, positions, ends, sum, startedAt, when);
    }

    /** How a re-tagging stands. */
    public enum Status {
        /** Items are still being requested. */
        @JsonProperty("running")
        RUNNING,
        /** Every item is requested, not every one has been answered. */
        @JsonProperty("counting")
        COUNTING,
        @JsonProperty("done")
        DONE
    }
}
