// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.search;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.query.Dimension;
import org.migrationnewswire.query.Fields;
import org.migrationnewswire.query.Filter;
import org.migrationnewswire.query.FilterException;
import org.migrationnewswire.query.FilterQuery;
import org.migrationnewswire.query.Similar;
import org.migrationnewswire.query.Vocabulary;
import org.migrationnewswire.runtime.http.ProblemException;
import org.migrationnewswire.store.index.ItemIndex;
import org.migrationnewswire.store.search.SearchRequest.Order;
import org.migrationnewswire.store.search.SearchResult.Count;
import org.migrationnewswire.store.search.SearchResult.Total;

/** Answers requests from one index. Thread-safe. */
public final class ItemSearch {
    private static final int EXACT_UP_TO = 10_000;
    private static final SortField ID = new SortField(Fields.ID, SortField.Type.STRING);

    private static final Duration AT_MOST = Duration.ofSeconds(2);
    private static final int MOST_COUNTS = 100;
    private static final int MOST_SIMILAR = 50;

    private final ItemIndex index;
    private final Vocabulary vocabulary;
    private final @Nullable Set<String> feeds;

    /** Answers from that index, by that vocabulary, for whoever may find everything. */
    public ItemSearch(ItemIndex index, Vocabulary vocabulary) {
        this(index, vocabulary, null);
    }

    /**
     * Answers from that index, by that vocabulary.
     *
     * @param feeds whose items alone may be found; null for all
     */
    public ItemSearch(ItemIndex index, Vocabulary vocabulary, @Nullable Set<String> feeds) {
        this.index = index;
        this.vocabulary = vocabulary;
        this.feeds = feeds;
    }

    /**
     * Answers.
     *
     * @throws FilterException when {@code q} can't be understood
     */
    public SearchResult search(SearchRequest request) {
        Query query = query(request.filter());
        return ask(searcher -> {
            // One more than asked for tells whether there is a next page; as many as the total is exact to.
            TopDocs top = searcher.search(
                    query,
                    new TopFieldCollectorManager(
                            sort(request.order()),
                            request.limit() + 1,
                            request.after() == null ? null : request.after().doc(),
                            EXACT_UP_TO));
            int given = Math.min(request.limit(), top.scoreDocs.length);
            List<byte[]> items = items(searcher, top, given);
            Cursor next =
                    top.scoreDocs.length > request.limit() ? cursor(request.order(), top.scoreDocs[given - 1]) : null;
            Map<Dimension, List<Count>> facets = facets(searcher, request);
            Map<String, Integer> coverage =
                    request.facets().isEmpty() ? Map.of() : FacetCounts.of(searcher, query, Fields.COVERAGE);
            return new SearchResult(items, total(top.totalHits), next, facets, coverage);
        });
    }

    /** The JSON of the item of that id. */
    public Optional<byte[]> find(String id) {
        return ask(searcher -> {
            TopDocs found = searcher.search(readable(new TermQuery(new Term(Fields.ID, id))), 1);
            return items(searcher, found, found.scoreDocs.length).stream().findFirst();
        });
    }

    /** The JSON of what resembles that item most, of what the filter wants. */
    public List<byte[]> similar(TaggedItem to, Filter filter, int limit) {
        Query wanted = query(filter);
        return ask(searcher -> {
            Query both = new BooleanQuery.Builder()
                    .add(Similar.to(to, searcher.getIndexReader()), Occur.MUST)
                    .add(wanted, Occur.FILTER)
                    .build();
            TopDocs found = searcher.search(both, Math.min(limit, MOST_SIMILAR));
            return items(searcher, found, found.scoreDocs.length);
        });
    }

    /** How many items there are in each span of time; spans without any in between are there too. */
    public List<Timeline.Bucket> timeline(Filter filter, Timeline timeline) {
        Query query = query(filter);
        return ask(searcher -> timeline.of(searcher, query));
    }

    private Query query(Filter filter) {
        return readable(new FilterQuery(vocabulary).of(filter));
    }

    private Query readable(Query query) {
        if (feeds == null) {
            return query;
        }
        List<BytesRef> ids = feeds.stream().map(BytesRef::new).toList();
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new TermInSetQuery(Fields.of(Dimension.FEED), ids), Occur.FILTER)
                .build();
    }

    private <T> T ask(ItemIndex.Search<T> question) {
        try {
            return index.search(searcher -> Budget.within(AT_MOST, searcher, question));
        } catch (IndexSearcher.TooManyClauses e) {
            throw ProblemException.badRequest(
                    "q", null, "The query stands for too many words: write more letters before a wildcard.");
        }
    }

    private static List<byte[]> items(IndexSearcher searcher, TopDocs found, int given) throws IOException {
        List<byte[]> items = new ArrayList<>();
        StoredFields stored = searcher.storedFields();
        for (int i = 0; i < given; i++) {
            items.add(json(stored.document(found.scoreDocs[i].doc)));
        }
        return items;
    }

    private Map<Dimension, List<Count>> facets(IndexSearcher searcher, SearchRequest request) throws IOException {
        Map<Dimension, List<Count>> facets = new EnumMap<>(Dimension.class);
        for (Dimension dimension : request.facets()) {
            Query others = query(request.filter().without(dimension));
            List<Count> counts = counts(FacetCounts.of(searcher, others, Fields.counted(dimension)), dimension);
            facets.put(dimension, dimension == Dimension.FEED ? titled(searcher, counts) : counts);
        }
        return facets;
    }

    /** The highest first, at most 100. */
    private List<Count> counts(Map<String, Integer> counts, Dimension dimension) {
        return counts.entrySet().stream()
                .map(c -> new Count(c.getKey(), vocabulary.label(dimension, c.getKey()), c.getValue()))
                .sorted(Comparator.comparingInt(Count::count).reversed().thenComparing(Count::label))
                .limit(MOST_COUNTS)
                .toList();
    }

    /** Feeds by the title that their newest item gives them. */
    private static List<Count> titled(IndexSearcher searcher, List<Count> feeds) throws IOException {
        List<Count> titled = new ArrayList<>();
        for (Count feed : feeds) {
            Query itsItems = new TermQuery(new Term(Fields.of(Dimension.FEED), feed.id()));
            TopDocs newest = searcher.search(itsItems, 1, sort(Order.NEWEST));
            byte[] json = json(searcher.storedFields().document(newest.scoreDocs[0].doc));
            titled.add(new Count(feed.id(), Json.read(json, Item.class).feed().title(), feed.count()));
        }
        return titled;
    }

    private static Total total(TotalHits hits) {
        return new Total(hits.value(), hits.relation() == TotalHits.Relation.EQUAL_TO ? "eq" : "gte");
    }

    private static Sort sort(Order order) {
        return switch (order) {
            case NEWEST -> new Sort(new SortField(Fields.SORT_DATE, SortField.Type.LONG, true), ID);
            case OLDEST -> new Sort(new SortField(Fields.SORT_DATE, SortField.Type.LONG, false), ID);
            case RELEVANCE ->
                new Sort(SortField.FIELD_SCORE, new SortField(Fields.SORT_DATE, SortField.Type.LONG, true), ID);
        };
    }

    private static Cursor cursor(Order order, ScoreDoc last) {
        Object[] fields = ((FieldDoc) last).fields;
        boolean scored = order == Order.RELEVANCE;
        return new Cursor(
                order,
                scored ? (Float) fields[0] : 0,
                (Long) fields[scored ? 1 : 0],
                ((BytesRef) fields[scored ? 2 : 1]).utf8ToString());
    }

    private static byte[] json(Document document) {
        BytesRef json = document.getBinaryValue(ItemIndex.JSON);
        byte[] copy = new byte[json.length];
        System.arraycopy(json.bytes, json.offset, copy, 0, json.length);
        return copy;
    }
}
