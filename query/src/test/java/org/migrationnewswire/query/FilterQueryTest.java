// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.migrationnewswire.query.Samples.item;
import static org.migrationnewswire.query.Samples.tag;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationnewswire.contracts.TaggedItem;

/** Filters asked of a real index. */
class FilterQueryTest {
    private static final Instant IN_2019 = Instant.parse("2019-06-01T00:00:00Z");
    private static final Instant IN_2026 = Instant.parse("2026-11-01T00:00:00Z");
    private static final Vocabulary VOCABULARY = Vocabulary.of(Samples.TAXONOMY);

    private static IndexSearcher searcher;

    @BeforeAll
    static void index() throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new TextAnalyzer()))) {
            add(
                    writer,
                    item(
                            "Malta",
                            "The coast guard found a boat. Café.",
                            IN_2026,
                            List.of(tag("MT", 0.72, true)),
                            List.of("039", "150", "eu"),
                            List.of(tag("rescue", 0.5, false))));
            add(
                    writer,
                    item(
                            "Britain then",
                            "A visa for the boat people.",
                            IN_2019,
                            List.of(tag("GB", 0.9, true)),
                            List.of("150", "eu"),
                            List.of(tag("visa", 0.9, true))));
            add(
                    writer,
                    item(
                            "Britain now",
                            "Nothing of note.",
                            IN_2026,
                            List.of(tag("GB", 0.3, false), tag("JM", 0.9, true)),
                            List.of("150"),
                            List.of()));
        }
        searcher = new IndexSearcher(DirectoryReader.open(directory));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|Malta,Britain then,Britain now",
                "region=MT|Malta",
                "region=150|Malta,Britain then,Britain now",
                "region=039|Malta",
                "region=eu|Malta,Britain then",
                "region=150;primary|Malta,Britain then",
                "region=GB;min=0.3|Britain then,Britain now",
                "region=GB;min=0.4|Britain then",
                "region=150;min=0.7|Malta,Britain then",
                "region=MT&region=JM|Malta,Britain now",
                "region=-MT|Britain then,Britain now",
                "region.all=GB,JM|Britain now",
                "region=150&theme=visa|Britain then",
                "theme=rescue;primary|",
                "membersOf=eu|Malta,Britain then",
                "membersOf=talks|Britain then,Britain now",
                "since=2026-01-01|Malta,Britain now",
                "until=2026-01-01|Britain then",
                "since=2026-11-01&until=2026-11-01|",
                "kind=news&language=en&feed=feed|Malta,Britain then,Britain now",
                "q=boat|Malta,Britain then",
                "q=\"coast guard\"|Malta",
                "q=cafe|Malta",
                "q=title:britain AND text:visa|Britain then",
                "q=boat -visa|Malta",
                "q=boat OR note|Malta,Britain then,Britain now",
                "q=region:MT|Malta",
                "q=bo*|Malta,Britain then",
                "q=published:[2026-01-01 TO *]|Malta,Britain now",
            })
    void findsWhatItSays(String query, String titles) throws IOException {
        Set<String> expected = titles == null ? Set.of() : Set.of(titles.split(","));

        assertThat(find(query == null ? "" : query)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(boat|can't be read",
                "boat AND|can't be read",
                "colour:red|no field 'colour'",
                "*boat|can't be read",
                "b*|two letters",
                "/bo.*/|regular expressions",
                "title:[a TO b]|ranges",
                "published:[never TO *]|neither a date",
            })
    void aQueryThatCantBeReadIsAnErrorOfQ(String q, String message) {
        assertThatThrownBy(() -> find("q=" + q))
                .isInstanceOfSatisfying(
                        FilterException.class, e -> assertThat(e.parameter()).isEqualTo("q"))
                .hasMessageContaining(message)
                .hasMessageNotContaining("Was expecting");
    }

    @Test
    void aFilterWithoutADimensionStillHasTheOthers() {
        Filter filter = parse("region=MT&theme=visa");

        assertThat(filter.without(Dimension.REGION)).isEqualTo(parse("theme=visa"));
    }

    private static Set<String> find(String query) throws IOException {
        Set<String> titles = new HashSet<>();
        for (ScoreDoc hit : searcher.search(new FilterQuery(VOCABULARY).of(parse(query)), 10).scoreDocs) {
            titles.add(searcher.storedFields().document(hit.doc).get("stored"));
        }
        return titles;
    }

    private static Filter parse(String query) {
        Map<String, List<String>> parameters = new HashMap<>();
        for (String part : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] sides = part.split("=", 2);
            parameters.computeIfAbsent(sides[0], name -> new ArrayList<>()).add(sides[1]);
        }
        return new FilterParser(VOCABULARY, Clock.systemUTC()).parse(parameters, Set.of());
    }

    private static void add(IndexWriter writer, TaggedItem item) throws IOException {
        Document document = ItemMapper.document(item, VOCABULARY);
        document.add(new StoredField("stored", item.item().title()));
        writer.addDocument(document);
    }
}
