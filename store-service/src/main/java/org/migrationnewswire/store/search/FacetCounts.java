// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.query.Dimension;
import org.migrationnewswire.query.Fields;
import org.migrationnewswire.query.Vocabulary;
import org.migrationnewswire.store.search.SearchResult.Count;

/** How the items of a query divide by a dimension. */
final class FacetCounts {
    private static final int MOST = 100;

    private FacetCounts() {}

    /** The counts, the highest first, at most 100. */
    static List<Count> of(IndexSearcher searcher, Query query, Dimension dimension, Vocabulary vocabulary)
            throws IOException {
        Map<String, Integer> counts = searcher.search(query, new Counters(Fields.counted(dimension)));
        return counts.entrySet().stream()
                .map(c -> new Count(c.getKey(), vocabulary.label(dimension, c.getKey()), c.getValue()))
                .sorted(Comparator.comparingInt(Count::count).reversed().thenComparing(Count::label))
                .limit(MOST)
                .toList();
    }

    private record Counters(String field) implements CollectorManager<Counter, Map<String, Integer>> {
        @Override
        public Counter newCollector() {
            return new Counter(field);
        }

        @Override
        public Map<String, Integer> reduce(Collection<Counter> counters) throws IOException {
            Map<String, Integer> all = new HashMap<>();
            for (Counter counter : counters) {
                counter.finishSegment();
                counter.counts.forEach((id, count) -> all.merge(id, count, Integer::sum));
            }
            return all;
        }
    }

    /** Counts by ordinal within a segment, by id over all. */
    private static final class Counter extends SimpleCollector {
        private final String field;
        private final Map<String, Integer> counts = new HashMap<>();
        private @Nullable SortedSetDocValues values;
        private int[] byOrdinal = new int[0];

        Counter(String field) {
            this.field = field;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            finishSegment();
            SortedSetDocValues next = DocValues.getSortedSet(context.reader(), field);
            values = next;
            byOrdinal = new int[Math.toIntExact(next.getValueCount())];
        }

        @Override
        public void collect(int doc) throws IOException {
            SortedSetDocValues current = values;
            if (current != null && current.advanceExact(doc)) {
                for (int i = 0; i < current.docValueCount(); i++) {
                    byOrdinal[Math.toIntExact(current.nextOrd())]++;
                }
            }
        }

        void finishSegment() throws IOException {
            SortedSetDocValues current = values;
            for (int i = 0; current != null && i < byOrdinal.length; i++) {
                if (byOrdinal[i] > 0) {
                    counts.merge(current.lookupOrd(i).utf8ToString(), byOrdinal[i], Integer::sum);
                }
            }
            values = null;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
