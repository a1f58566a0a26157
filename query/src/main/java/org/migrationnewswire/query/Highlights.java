// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Tag.Evidence;
import org.migrationnewswire.contracts.TaggedItem;

/** Where the words of a query stand in an item: its text asked again, alone, with the place of every word. */
public final class Highlights {
    private static final int MOST = 50;
    private static final int READ = 20_000;
    private static final Map<String, String> FIELDS = fields();

    private final Query query;

    /**
     * Of that filter's {@code q}.
     *
     * @throws FilterException when {@code q} can't be understood
     */
    public Highlights(Filter filter) {
        this.query = FilterQuery.text(filter);
    }

    /** The places, in the order of the fields and of the text, at most 50; looked for in the first 20,000 characters. */
    public List<Evidence> of(TaggedItem tagged) throws IOException {
        Map<String, String> texts = texts(tagged.item());
        IndexSearcher searcher =
                index(texts, Stems.of(tagged.tags().language())).createSearcher();
        Matches matches = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1)
                .matches(searcher.getIndexReader().leaves().getFirst(), 0);
        List<Evidence> all = new ArrayList<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            List<Evidence> places = new ArrayList<>();
            for (String field : List.of(text.getKey(), Fields.stemmed(text.getKey()))) {
                MatchesIterator iterator = matches == null ? null : matches.getMatches(field);
                while (iterator != null && iterator.next() && places.size() < MOST) {
                    add(places, FIELDS.getOrDefault(text.getKey(), ""), text.getValue(), iterator);
                }
            }
            places.sort(Comparator.comparingInt(Evidence::start).thenComparingInt(p -> -p.end()));
            for (Evidence place : places) {
                Evidence last = all.isEmpty() ? null : all.getLast();
                if (last == null || !last.field().equals(place.field()) || last.end() <= place.start()) {
                    all.add(place);
                }
            }
        }
        return all.subList(0, Math.min(MOST, all.size()));
    }

    private static void add(List<Evidence> places, String field, String text, MatchesIterator at) throws IOException {
        int start = at.startOffset();
        int end = at.endOffset();
        if (start >= 0 && start < end && end <= text.length()) {
            places.add(new Evidence(field, start, end, text.substring(start, end)));
        }
    }

    private static MemoryIndex index(Map<String, String> texts, @Nullable Analyzer language) {
        MemoryIndex index = new MemoryIndex(true);
        Analyzer words = new TextAnalyzer();
        texts.forEach((field, text) -> {
            index.addField(field, text, words);
            if (language != null) {
                index.addField(Fields.stemmed(field), text, language);
            }
        });
        return index;
    }

    private static Map<String, String> texts(Item item) {
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, Fields.TITLE, item.title());
        put(texts, Fields.SUMMARY, item.summary());
        put(texts, Fields.TEXT, item.contentText());
        return texts;
    }

    private static void put(Map<String, String> texts, String field, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            texts.put(field, text.length() > READ ? text.substring(0, READ) : text);
        }
    }

    private static Map<String, String> fields() {
        return Map.of(Fields.TITLE, "title", Fields.SUMMARY, "summary", Fields.TEXT, "contentText");
    }
}
