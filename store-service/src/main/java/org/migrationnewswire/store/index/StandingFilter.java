// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.index;

import org.apache.lucene.search.Query;
import org.migrationnewswire.query.Dimension;
import org.migrationnewswire.query.Filter;
import org.migrationnewswire.query.FilterQuery;
import org.migrationnewswire.query.Vocabulary;

/** A filter that waits for items: the same query as a search with that filter has. Thread-safe. */
public final class StandingFilter {
    private final Filter filter;
    private volatile Compiled compiled;

    private record Compiled(Vocabulary vocabulary, Query query) {}

    /**
     * Compiles the filter.
     *
     * @throws org.migrationnewswire.query.FilterException when its {@code q} can't be understood
     */
    public StandingFilter(Filter filter, Vocabulary vocabulary) {
        this.filter = filter;
        this.compiled = compile(vocabulary);
    }

    /** What it stands for. */
    public Filter filter() {
        return filter;
    }

    /** Whether the item is one of those wanted. */
    public boolean matches(OneItem item) {
        return filter.equals(Filter.ALL) || (mayMatch(item) && item.found(query(item.vocabulary())));
    }

    /** Looks at ids alone, so that most filters need no query. */
    private boolean mayMatch(OneItem item) {
        for (Dimension dimension : Dimension.values()) {
            var any = filter.of(dimension).any();
            if (!any.isEmpty() && any.stream().noneMatch(term -> item.has(dimension, term.id()))) {
                return false;
            }
        }
        return true;
    }

    /** Memberships may be others since a new taxonomy is in force. */
    private Query query(Vocabulary vocabulary) {
        Compiled current = compiled;
        if (current.vocabulary() != vocabulary) { // the same one is the same object
            current = compile(vocabulary);
            compiled = current;
        }
        return current.query();
    }

    private Compiled compile(Vocabulary vocabulary) {
        return new Compiled(vocabulary, new FilterQuery(vocabulary).of(filter));
    }
}
