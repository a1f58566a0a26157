// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.query.Dimension;
import org.migrationnewswire.query.Fields;
import org.migrationnewswire.query.FilterQuery;
import org.migrationnewswire.query.Vocabulary;
import org.migrationnewswire.store.index.ItemIndex;
import org.migrationnewswire.store.search.SearchRequest.Order;
import org.migrationnewswire.store.search.SearchResult.Count;
import org.migrationnewswire.store.search.SearchResult.Total;

/** Answers requests from one index. Thread-safe. */
public final class ItemSearch {
    private static final int EXACT_UP_TO = 10_000;
    private static final SortField ID = new SortField(Fields.ID, SortField.Type.STRING);

    private final ItemIndex index;
    private final Vocabulary vocabulary;

    /** Answers from that index, by that vocabulary. */
    public ItemSearch(ItemIndex index, Vocabulary vocabulary) {
        this.index = index;
        this.vocabulary = vocabulary;
    }

    /**
     * Answers.
     *
     * @throws org.migrationnewswire.query.FilterException when {@code q} can't be understood
     */
    public SearchResult search(SearchRequest request) {
        FilterQuery queries = new FilterQuery(vocabulary);
        Query query = queries.of(request.filter());
        return index.search(searcher -> {
            // One more than asked for tells whether there is a next page; as many as the total is exact to.
            TopDocs top = searcher.search(
                    query,
                    new TopFieldCollectorManager(
                            sort(request.order()),
                            request.limit() + 1,
                            request.after() == null ? null : request.after().doc(),
                            EXACT_UP_TO));
            List<byte[]> items = new ArrayList<>();
            StoredFields stored = searcher.storedFields();
            int given = Math.min(request.limit(), top.scoreDocs.length);
            for (int i = 0; i < given; i++) {
                items.add(json(stored.document(top.scoreDocs[i].doc)));
            }
            Cursor next =
                    top.scoreDocs.length > request.limit() ? cursor(request.order(), top.scoreDocs[given - 1]) : null;
            return new SearchResult(items, total(top.totalHits), next, facets(searcher, queries, request));
        });
    }

    /** The JSON of the item of that id. */
    public Optional<byte[]> find(String id) {
        return index.search(searcher -> {
            TopDocs found = searcher.search(new TermQuery(new Term(Fields.ID, id)), 1);
            return found.scoreDocs.length == 0
                    ? Optional.empty()
                    : Optional.of(json(searcher.storedFields().document(found.scoreDocs[0].doc)));
        });
    }

    private Map<Dimension, List<Count>> facets(IndexSearcher searcher, FilterQuery queries, SearchRequest request)
            throws IOException {
        Map<Dimension, List<Count>> facets = new EnumMap<>(Dimension.class);
        for (Dimension dimension : request.facets()) {
            Query others = queries.of(request.filter().without(dimension));
            List<Count> counts = FacetCounts.of(searcher, others, dimension, vocabulary);
            facets.put(dimension, dimension == Dimension.FEED ? titled(searcher, counts) : counts);
        }
        return facets;
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
