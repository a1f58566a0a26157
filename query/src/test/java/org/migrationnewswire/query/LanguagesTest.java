// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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
import org.migrationnewswire.contracts.Tag.Evidence;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.contracts.Tags;

/** Words of one language found by other forms of them, whether or not the query says the language. */
class LanguagesTest {
    private static final Vocabulary VOCABULARY = Vocabulary.of(Samples.TAXONOMY);
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("en", "The ministry opened three shelters for families."),
            Map.entry("fr", "Les communes ont accueilli des réfugiés soudanais."),
            Map.entry("es", "Las autoridades rescataron varias embarcaciones."),
            Map.entry("de", "Die Behörden prüfen neue Unterkünfte."),
            Map.entry("it", "I comuni hanno aperto nuovi centri."),
            Map.entry("ru", "Власти открыли новые приюты для беженцев."),
            Map.entry("ar", "استقبلت البلديات العائلات الجديدة."),
            Map.entry("tr", "Belediyeler yeni sığınaklar açtı."),
            Map.entry("el", "Οι δήμοι άνοιξαν νέους ξενώνες."),
            Map.entry("uk", "Громади відкрили притулки."));

    private static IndexSearcher searcher;

    @BeforeAll
    static void index() throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new TextAnalyzer()))) {
            for (String language : TEXTS.keySet()) {
                Document document = ItemMapper.document(item(language), VOCABULARY);
                document.add(new StoredField("stored", language));
                writer.addDocument(document);
            }
        }
        searcher = new IndexSearcher(DirectoryReader.open(directory));
    }

    @ParameterizedTest
    @CsvSource({
        "shelter,en", "family,en", "réfugié,fr", "refugies,fr", "embarcación,es", "Unterkunft,de", "centro,it",
        "беженцы,ru", "приют,ru", "العائلة,ar", "sığınak,tr", "ξενώνας,el", "притулки,uk", "REFUGIÉ,fr",
        "text:shelter,en", "\"three shelters\",en", "shelt*,en", "sheltrs~1,en",
    })
    void aWordIsFoundInAnotherFormOfIt(String q, String language) throws IOException {
        assertThat(find(Map.of("q", List.of(q)))).containsExactly(language);
        assertThat(find(Map.of("q", List.of(q), "language", List.of(language)))).containsExactly(language);
    }

    @Test
    void wordsInQuotesStandAsTheyAre() throws IOException {
        assertThat(find(Map.of("q", List.of("\"three shelter\"")))).isEmpty();
    }

    @Test
    void aStopWordIsFoundAndHidesNothing() throws IOException {
        assertThat(find(Map.of("q", List.of("the ministry")))).containsExactly("en");
    }

    @Test
    void theWordsFoundAreShownWhereTheyStand() throws IOException {
        Filter filter = parse(Map.of("q", List.of("family \"three shelters\" -visa")));

        List<Evidence> places = new Highlights(filter).of(item("en"));

        assertThat(places).extracting(Evidence::text).containsExactly("three shelters", "families");
        assertThat(places).allSatisfy(place -> {
            assertThat(place.field()).isEqualTo("contentText");
            assertThat(TEXTS.get("en").substring(place.start(), place.end())).isEqualTo(place.text());
        });
    }

    @ParameterizedTest
    @CsvSource({"60,more than 50 words", "200,more than 50 words"})
    void moreWordsThanCanBeMeantAreRefused(int words, String message) {
        assertThatThrownBy(() -> find(Map.of("q", List.of("aa ".repeat(words).strip()))))
                .isInstanceOf(FilterException.class)
                .hasMessageContaining(message);
    }

    @Test
    void parenthesesAreNoDeeperThanCanBeMeant() {
        assertThatThrownBy(() -> find(Map.of("q", List.of("(".repeat(400) + "a" + ")".repeat(400)))))
                .isInstanceOfSatisfying(
                        FilterException.class, e -> assertThat(e.position()).isEqualTo(20));
    }

    private static List<String> find(Map<String, List<String>> parameters) throws IOException {
        List<String> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(new FilterQuery(VOCABULARY).of(parse(parameters)), 20).scoreDocs) {
            found.add(searcher.storedFields().document(hit.doc).get("stored"));
        }
        return found;
    }

    private static Filter parse(Map<String, List<String>> parameters) {
        return new FilterParser(VOCABULARY, Clock.systemUTC()).parse(parameters, Set.of());
    }

    private static TaggedItem item(String language) {
        TaggedItem english = Samples.item(
                language, TEXTS.get(language), Instant.parse("2026-11-01T00:00:00Z"), List.of(), List.of(), List.of());
        return new TaggedItem(
                english.item(),
                new Tags(
                        language,
                        1,
                        "news",
                        List.of(),
                        List.of(),
                        List.of(),
                        Tags.Coverage.REGIONS,
                        "s",
                        new Tags.TaxonomyReference("1", "d")));
    }
}
