// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.search;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.query.Filter;
import org.migrationnewswire.query.FilterException;
import org.migrationnewswire.query.FilterParser;
import org.migrationnewswire.query.Highlights;
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
    public SearchResult search(SearchRequest request, @Nullable Set<String> feeds) {
        try {
            return itemSearch(feeds).search(request);
        } catch (FilterException e) {
            throw problem(e);
        }
    }

    /**
     * The JSON of the item of that id.
     *
     * @throws ProblemException when there is none, or the index is not ready
     */
    public byte[] item(String id, @Nullable Set<String> feeds) {
        return itemSearch(feeds)
                .find(id)
                .orElseThrow(
                        () -> ProblemException.notFound("There is no item '" + id + "', or it has been withdrawn."));
    }

    /**
     * The JSON of what resembles that item.
     *
     * @throws ProblemException when there is no such item, or a parameter can't be understood
     */
    public List<byte[]> similar(String id, Map<String, List<String>> parameters, @Nullable Set<String> feeds) {
        TaggedItem to = Json.read(item(id, feeds), TaggedItem.class);
        SearchRequest request = request(parameters);
        try {
            return itemSearch(feeds).similar(to, request.filter(), request.limit());
        } catch (FilterException e) {
            throw problem(e);
        }
    }

    /**
     * How many items there are in each span of time.
     *
     * @throws ProblemException when a parameter can't be understood
     */
    public List<Timeline.Bucket> timeline(Map<String, List<String>> parameters, @Nullable Set<String> feeds) {
        try {
            Timeline timeline = Timeline.of(parameters);
            Filter filter = new FilterParser(vocabulary(), clock).parse(parameters, Set.of(Timeline.INTERVAL));
            return itemSearch(feeds).timeline(filter, timeline);
        } catch (FilterException e) {
            throw problem(e);
        }
    }

    /**
     * Where the words of a filter's {@code q} stand; null when it has none.
     *
     * @throws ProblemException when {@code q} can't be understood
     */
    public @Nullable Highlights highlights(Filter filter) {
        try {
            return filter.q() == null ? null : new Highlights(filter);
        } catch (FilterException e) {
            throw problem(e);
        }
    }

    /** The taxonomy in force, as filters need it. */
    public Vocabulary vocabulary() {
        return store.taxonomy().current().vocabulary();
    }

    /** Whether questions are answered yet. */
    public boolean isReady() {
        return store.materialiser().readyIndex() != null;
    }

    private ItemSearch itemSearch(@Nullable Set<String> feeds) {
        ItemIndex index = store.materialiser().readyIndex();
        if (index == null) {
            throw ProblemException.unavailable("The index is being built from the log: ask again in a moment.");
        }
        return new ItemSearch(index, vocabulary(), feeds);
    }

    private static ProblemException problem(FilterException e) {
        return ProblemException.badRequest(e.parameter(), e.position(), String.valueOf(e.getMessage()));
    }
}
