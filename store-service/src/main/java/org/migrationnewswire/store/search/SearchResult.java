// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.query.Dimension;

/**
 * An answer.
 *
 * @param items JSON of each, as it stands in the log
 * @param total how many there are in all
 * @param next place of the last one given; null when it was the last of all
 * @param coverage how many items the taxonomy could see regions of alone, and regions and themes; with facets only
 * @param facets counts of each dimension asked for, the highest first
 */
public record SearchResult(
        List<byte[]> items,
        Total total,
        @Nullable Cursor next,
        Map<Dimension, List<Count>> facets,
        Map<String, Integer> coverage) {
    /**
     * How many.
     *
     * @param value exact, or a lower bound
     * @param relation {@code eq} or {@code gte}
     */
    public record Total(long value, String relation) {}

    /**
     * How many items have a value.
     *
     * @param id the value
     * @param label in English; of a feed, its title
     * @param count items
     */
    public record Count(String id, String label, int count) {}
}
