// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a re-tagging has come to. Requested items = seen + stale.
 *
 * @param seen items tagged again
 * @param changed those of them whose tags differ
 * @param stale requests dropped: another revision has been tagged, or the item is withdrawn
 * @param differences by dimension and tag, such as {@code region/MT}
 * @param disagreements where the rules would have it otherwise than a person, such as {@code add region/MT}: items
 */
public record RetagOutcome(
        long seen, long changed, long stale, Map<String, Difference> differences, Map<String, Long> disagreements) {
    /** Items named as samples of a difference, at most. */
    public static final int SAMPLES = 3;

    /** Nothing yet. */
    public static final RetagOutcome NONE = new RetagOutcome(0, 0, 0, Map.of(), Map.of());

    public RetagOutcome {
        differences = differences == null ? Map.of() : Map.copyOf(differences);
        disagreements = disagreements == null ? Map.of() : Map.copyOf(disagreements);
    }

    /**
     * Items that gained or lost a tag.
     *
     * @param gained how many gained it
     * @param lost how many lost it
     * @param gainedBy ids of a few that did
     * @param lostBy ids of a few that did
     */
    public record Difference(long gained, long lost, List<String> gainedBy, List<String> lostBy) {
        public Difference {
            gainedBy = Require.list(gainedBy);
            lostBy = Require.list(lostBy);
        }

        Difference plus(Difference other) {
            return new Difference(
                    gained + other.gained, lost + other.lost, few(gainedBy, other.gainedBy), few(lostBy, other.lostBy));
        }

        private static List<String> few(List<String> a, List<String> b) {
            List<String> both = new ArrayList<>(a);
            both.addAll(b);
            return both.subList(0, Math.min(SAMPLES, both.size()));
        }
    }

    /** Both together. */
    public RetagOutcome plus(RetagOutcome other) {
        Map<String, Difference> all = new TreeMap<>(differences);
        other.differences.forEach((tag, difference) -> all.merge(tag, difference, Difference::plus));
        Map<String, Long> persons = new TreeMap<>(disagreements);
        other.disagreements.forEach((what, items) -> persons.merge(what, items, Long::sum));
        return new RetagOutcome(seen + other.seen, changed + other.changed, stale + other.stale, all, persons);
    }
}
