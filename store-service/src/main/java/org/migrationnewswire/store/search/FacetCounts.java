// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/**
 * How the items of a query divide by a field's values. A segment's counts are kept for as long as the segment is as it
 * is, deletions included: what has been counted once is counted again only where items have come in.
 */
final class FacetCounts {
    /** Counts kept of one segment; each is an int for every value of a field. */
    private static final int KEPT = 64;

    private static final Map<Object, Segment> SEGMENTS = new ConcurrentHashMap<>();

    private FacetCounts() {}

    /** The counts by value. */
    static Map<String, Integer> of(IndexSearcher searcher, Query query, String field) throws IOException {
        Query rewritten = searcher.rewrite(query);
        Counter counter = new Counter(new Asked(field, rewritten));
        searcher.search(rewritten, counter);
        if (!searcher.timedOut()) {
            counter.fresh.forEach((segment, counts) -> segment.keep(counter.asked, counts));
        }
        Map<String, Integer> all = new HashMap<>();
        for (Counted counted : counter.all) {
            for (int i = 0; i < counted.counts().length; i++) {
                if (counted.counts()[i] > 0) {
                    all.merge(counted.values()[i], counted.counts()[i], Integer::sum);
                }
            }
        }
        return all;
    }

    private static @Nullable Segment segment(LeafReaderContext leaf) {
        IndexReader.CacheHelper cache = leaf.reader().getReaderCacheHelper();
        if (cache == null) {
            return null;
        }
        return SEGMENTS.computeIfAbsent(cache.getKey(), key -> {
            cache.addClosedListener(SEGMENTS::remove);
            return new Segment();
        });
    }

    private static String[] values(LeafReaderContext leaf, String field) throws IOException {
        SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), field);
        String[] all = new String[Math.toIntExact(values.getValueCount())];
        for (int i = 0; i < all.length; i++) {
            all[i] = values.lookupOrd(i).utf8ToString();
        }
        return all;
    }

    private record Asked(String field, Query query) {}

    /** What is known of one segment. */
    private static final class Segment {
        private final Map<String, String[]> values = new ConcurrentHashMap<>();
        private final Map<Asked, int[]> counts = new ConcurrentHashMap<>();

        String[] values(LeafReaderContext leaf, String field) throws IOException {
            String[] known = values.get(field);
            if (known == null) {
                known = FacetCounts.values(leaf, field);
                values.put(field, known);
            }
            return known;
        }

        void keep(Asked asked, int[] counted) {
            if (counts.size() >= KEPT) {
                counts.clear();
            }
            counts.put(asked, counted);
        }
    }

    private record Counted(String[] values, int[] counts) {}

    /** Counts by ordinal, and passes over the segments that have been counted. */
    private static final class Counter extends SimpleCollector {
        private final Asked asked;
        private final List<Counted> all = new ArrayList<>();
        private final Map<Segment, int[]> fresh = new HashMap<>();
        private int[] counts = new int[0];
        private @Nullable SortedSetDocValues values;

        Counter(Asked asked) {
            this.asked = asked;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            Segment segment = segment(leaf);
            String[] ids = segment == null ? values(leaf, asked.field()) : segment.values(leaf, asked.field());
            int[] known = segment == null ? null : segment.counts.get(asked);
            counts = known == null ? new int[ids.length] : known;
            all.add(new Counted(ids, counts));
            if (known != null) {
                throw new CollectionTerminatedException();
            }
            if (segment != null) {
                fresh.put(segment, counts);
            }
            values = DocValues.getSortedSet(leaf.reader(), asked.field());
        }

        @Override
        public void collect(int doc) throws IOException {
            SortedSetDocValues of = values;
            if (of != null && of.advanceExact(doc)) {
                for (int i = 0; i < of.docValueCount(); i++) {
                    counts[Math.toIntExact(of.nextOrd())]++;
                }
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
