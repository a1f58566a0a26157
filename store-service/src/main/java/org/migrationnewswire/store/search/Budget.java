// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.search;

import java.io.IOException;
import java.time.Duration;
import org.apache.lucene.search.IndexSearcher;
import org.migrationnewswire.runtime.http.ProblemException;
import org.migrationnewswire.store.index.ItemIndex;

/** The time that one question may take. What is not answered by then is refused, never answered in part. */
final class Budget {
    private Budget() {}

    /** The answer of a searcher that gives up when the time is over. */
    static <T> T within(Duration atMost, IndexSearcher shared, ItemIndex.Search<T> question) throws IOException {
        long end = System.nanoTime() + atMost.toNanos();
        IndexSearcher searcher = new IndexSearcher(shared.getIndexReader());
        searcher.setTimeout(() -> System.nanoTime() - end > 0);
        T answer = question.with(searcher);
        if (searcher.timedOut()) {
            throw ProblemException.tooLong(
                    "The question took more than " + atMost.toMillis() + " ms and was given up: narrow it.");
        }
        return answer;
    }
}
