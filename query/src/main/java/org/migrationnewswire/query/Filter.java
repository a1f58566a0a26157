// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.query;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which items are wanted: all that meet every part of it.
 *
 * @param q a query in Lucene's syntax; null for none
 * @param terms what is wanted of each dimension
 * @param membersOf regions and dialogues of whose members one must be spoken of, on the item's date
 * @param since earliest {@code sortDate}, inclusive; null for none
 * @param until latest {@code sortDate}, exclusive; null for none
 */
public record Filter(
        @Nullable String q,
        Map<Dimension, Terms> terms,
        List<String> membersOf,
        @Nullable Instant since,
        @Nullable Instant until) {
    /** Everything. */
    public static final Filter ALL = new Filter(null, Map.of(), List.of(), null, null);

    public Filter {
        terms = Map.copyOf(terms);
        membersOf = List.copyOf(membersOf);
    }

    /** What is wanted of a dimension; nothing in particular when it is not named. */
    public Terms of(Dimension dimension) {
        return terms.getOrDefault(dimension, Terms.NONE);
    }

    /** This filter without what it wants of that dimension: what its own facet counts. */
    public Filter without(Dimension dimension) {
        Map<Dimension, Terms> others = new EnumMap<>(Dimension.class);
        terms.forEach((key, value) -> {
            if (key != dimension) {
                others.put(key, value);
            }
        });
        return new Filter(q, others, membersOf, since, until);
    }

    /**
     * What is wanted of a dimension.
     *
     * @param any of which one must hold; empty when none need
     * @param all that must hold
     * @param none that must not hold
     */
    public record Terms(List<Term> any, List<Term> all, List<Term> none) {
        /** Nothing in particular. */
        public static final Terms NONE = new Terms(List.of(), List.of(), List.of());

        public Terms {
            any = List.copyOf(any);
            all = List.copyOf(all);
            none = List.copyOf(none);
        }
    }

    /**
     * One value.
     *
     * @param id of region, theme, feed, language or kind
     * @param primary whether the item must be about it
     * @param min tenths of the score that it must have at least; 0 for any
     */
    public record Term(String id, boolean primary, int min) {}
}
