// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.contracts.Tags;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.contracts.Taxonomy.Membership;
import org.migrationnewswire.query.Filter;
import org.migrationnewswire.query.FilterParser;
import org.migrationnewswire.query.Vocabulary;
import org.migrationnewswire.runtime.http.Parameters;
import org.migrationnewswire.store.Items;
import org.migrationnewswire.store.search.ItemSearch;
import org.migrationnewswire.store.search.SearchRequest;

/** A filter that waits for items wants those that a search by it finds, in whichever language. */
class StandingFilterTest {
    private static final Vocabulary VOCABULARY = Vocabulary.of(new Taxonomy(
            "t",
            "d",
            List.of(
                    region("MT", Taxonomy.Type.COUNTRY),
                    region("GB", Taxonomy.Type.COUNTRY),
                    region(
                            "eu",
                            Taxonomy.Type.ORGANISATION,
                            new Membership("MT", LocalDate.of(2004, 5, 1), null),
                            new Membership("GB", null, LocalDate.of(2020, 1, 31)))),
            List.of(new Taxonomy.Theme("visas", "Visas", "Visas", List.of(), List.of(), List.of())),
            List.of(new Taxonomy.Kind("news", "News", List.of(), List.of())),
            List.of()));

    private static final List<TaggedItem> ITEMS = List.of(
            item("en", "en", "The guards counted the families at the harbour.", "MT", 0.9),
            item("fr", "fr", "Les gardes ont compté les familles réfugiées au port.", "MT", 0.4),
            item("es", "es", "Los guardias contaron las embarcaciones y las familias.", "GB", 0.6),
            item("de", "de", "Die Behörde zählte die Flüchtlinge in den Häusern.", "GB", 0.9),
            item("ru", "ru", "Пограничники посчитали семьи беженцев в порту.", "MT", 0.9),
            item("ar", "ar", "أحصى الحراس العائلات في الميناء.", "MT", 0.9),
            item("tr", "tr", "Görevliler limandaki aileleri saydı.", "GB", 0.9),
            item("pt-BR", "pt-BR", "Os guardas contaram as famílias no porto.", "GB", 0.9),
            item("und", "und", "Guards 2026 families?", "MT", 0.9));

    @TempDir
    static Path folder;

    private static ItemIndex index;

    @BeforeAll
    static void index() throws IOException {
        index = IndexFolder.open(folder.resolve("index"), "topic");
        for (int i = 0; i < ITEMS.size(); i++) {
            index.put(ITEMS.get(i), Json.write(ITEMS.get(i)), VOCABULARY, 0, i);
        }
        index.refresh();
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=family|en,es,fr,pt-BR",
                "q=families|en,es,fr,pt-BR,und",
                "q=Familie|en,es,fr,pt-BR",
                "q=famille|fr",
                "q=familia|en,es,fr,pt-BR",
                "q=refugie|fr",
                "q=r%C3%A9fugi%C3%A9|fr",
                "q=embarcaci%C3%B3n|es",
                "q=Haus|de",
                "q=Fl%C3%BCchtling|de",
                "q=беженец|",
                "q=семья|ru",
                "q=عائلة|ar",
                "q=aile|tr",
                "q=guard&language=en|en",
                "q=title:guards|",
                "q=text:guard|en,es,pt-BR",
                "q=%22counted+the+families%22|en",
                "q=%22count+the+family%22|",
                "q=famil*|en,fr,es,und,pt-BR",
                "q=families~1+-harbour|fr,es,und,pt-BR",
                "q=families+OR+семья|en,es,fr,ru,pt-BR,und",
                "language=ru&language=ar|ru,ar",
                "language=-en&region=MT|fr,ru,ar,und",
                "region=MT;min=0.5|en,ru,ar,und",
                "region=MT;primary&region=GB|en,es,de,ru,ar,tr,pt-BR,und",
                "region.all=MT,eu|",
                "membersOf=eu|en,fr,ru,ar,und",
                "theme=visas|",
                "kind=news&q=port|fr,pt-BR",
                "feed=-feed|",
                "since=2026-11-03|",
                "until=2026-11-03&q=families|en,es,fr,pt-BR,und",
            })
    void whatASearchFindsIsWhatAStandingFilterWants(String query, String ids) {
        Map<String, List<String>> parameters = Parameters.of(query);
        Filter filter = new FilterParser(VOCABULARY, Clock.systemUTC()).parse(parameters, Set.of());

        assertThat(wanted(filter)).isEqualTo(found(parameters)).isEqualTo(ids(ids));
    }

    private static Set<String> wanted(Filter filter) {
        StandingFilter standing = new StandingFilter(filter, VOCABULARY);
        return ITEMS.stream()
                .filter(item -> standing.matches(new OneItem(item, VOCABULARY)))
                .map(item -> item.item().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Map<String, List<String>> parameters) {
        Map<String, List<String>> all = new HashMap<>(parameters);
        all.put("limit", List.of("200"));
        SearchRequest request = SearchRequest.of(all, VOCABULARY, Clock.systemUTC());
        return new ItemSearch(index, VOCABULARY)
                .search(request).items().stream()
                        .map(json -> Json.read(json, TaggedItem.class).item().id())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ids(String list) {
        return list == null ? Set.of() : new TreeSet<>(Arrays.asList(list.split(",")));
    }

    private static TaggedItem item(String id, String language, String text, String region, double score) {
        TaggedItem english = Items.item(id, 1, "Nr. " + id, text, Items.DAY);
        Tags tags = english.tags();
        Tag tag = new Tag(region, region, score, score > 0.5, "name", Tag.Source.RULE, List.of());
        return new TaggedItem(
                english.item(),
                new Tags(
                        language,
                        1,
                        "news",
                        List.of(tag),
                        List.of(),
                        List.of(),
                        tags.coverage(),
                        tags.storyKey(),
                        tags.taxonomy()));
    }

    private static Taxonomy.Region region(String id, Taxonomy.Type type, Membership... members) {
        return new Taxonomy.Region(id, type, id, Map.of(), List.of(members), true, null, null);
    }
}
