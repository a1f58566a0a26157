// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.search;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.migrationnewswire.query.FilterException;
import org.migrationnewswire.query.Vocabulary;
import org.migrationnewswire.runtime.http.ProblemException;
import org.migrationnewswire.store.StoreLifecycle;
import org.migrationnewswire.store.index.ItemIndex;

/** The one way from query parameters to an answer, for every door of the service. */
@Singleton
public final class Searches {
    private final StoreLifecycle store;
    private final Clock clock = Clock.systemUTC();

    Searches(StoreLifecycle store) {
        this.store = store;
    }

    /**
     * What was asked.
     *
     * @throws ProblemException when a parameter can't be understood
     */
    public SearchRequest request(Map<String, List<String>> parameters) {
        try {
            return SearchRequest.of(parameters, vocabulary(), clock);
        } catch (FilterException e) {
            throw problem(e);
        }
    }

    /**
     * The answer.
     *
     * @throws ProblemException when {@code q} can't be understood, or the index is not ready
     */
    public SearchResult search(SearchRequest request) {
        try {
            return itemSearch().search(request);
        } catch (FilterException e) {
            throw problem(e);
        }
    }

    /**
     * The JSON of the item of that id.
     *
     * @throws ProblemException when there is none, or the index is not ready
     */
    public byte[] item(String id) {
        return itemSearch()
                .find(id)
                .orElseThrow(
                        () -> ProblemException.notFound("There is no item '" + id + "', or it has been withdrawn."));
    }

    /** The taxonomy in force, as filters need it. */
    public Vocabulary vocabulary() {
        return store.taxonomy().current().vocabulary();
    }

    /** Whether questions are answered yet. */
    public boolean isReady() {
        return store.materialiser().readyIndex() != null;
    }

    private ItemSearch itemSearch() {
        ItemIndex index = store.materialiser().readyIndex();
        if (index == null) {
            throw ProblemException.unavailable("The index is being built from the log: ask again in a moment.");
        }
        return new ItemSearch(index, vocabulary());
    }

    private static ProblemException problem(FilterException e) {
        return ProblemException.badRequest(e.parameter(), e.position(), String.valueOf(e.getMessage()));
    }
}
