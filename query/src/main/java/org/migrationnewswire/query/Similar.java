// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.query;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.TaggedItem;

/** The query for what resembles an item: its telling words, by the stems of its language. */
public final class Similar {
    private static final int WORDS = 25;

    private Similar() {}

    /** The query among what that index holds; the item itself is not found. */
    public static Query to(TaggedItem tagged, IndexReader index) throws IOException {
        Analyzer language = Stems.of(tagged.tags().language());
        MoreLikeThis words = new MoreLikeThis(index);
        words.setAnalyzer(language == null ? new TextAnalyzer() : language);
        words.setMinTermFreq(1);
        words.setMinDocFreq(2);
        words.setMaxQueryTerms(WORDS);
        words.setBoost(true);
        Map<String, Collection<Object>> texts = new HashMap<>();
        Item item = tagged.item();
        put(texts, Fields.TITLE, item.title(), language != null);
        put(texts, Fields.TEXT, item.contentText() == null ? item.summary() : item.contentText(), language != null);
        words.setFieldNames(texts.keySet().toArray(String[]::new));
        return new BooleanQuery.Builder()
                .add(words.like(texts), Occur.MUST)
                .add(new TermQuery(new Term(Fields.ID, item.id())), Occur.MUST_NOT)
                .build();
    }

    private static void put(
            Map<String, Collection<Object>> texts, String field, @Nullable String text, boolean stemmed) {
        if (text != null && !text.isEmpty()) {
            texts.put(stemmed ? Fields.stemmed(field) : field, List.of(text));
        }
    }
}
