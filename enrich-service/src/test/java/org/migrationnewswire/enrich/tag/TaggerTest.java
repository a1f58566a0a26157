// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.contracts.Tag.Evidence;
import org.migrationnewswire.contracts.Tags;
import org.migrationnewswire.enrich.taxonomy.TaxonomyFiles;

class TaggerTest {
    private static final Tagger TAGGER = new Tagger(TaxonomyFiles.own());
    private static final Instant TODAY = Instant.parse("2026-11-02T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kenya's minister met Somalis in Nairobi|KE,SO",
                "The Ivory Coast and Côte d’Ivoire are one|CI",
                "He ate turkey with a jersey on a niger seed|",
                "Turkey and TÜRKİYE|TR",
                "In Papua New Guinea|PG",
                "In Equatorial Guinea|GQ",
                "In Guinea-Bissau|GW",
                "In Guinea|GN",
                "From Niger|NE",
                "From Nigeria|NG",
                "In Dominica|DM",
                "In the Dominican Republic|DO",
                "In the Democratic Republic of the Congo|CD",
                "In the Republic of the Congo|CG",
                "DRC and the UK|CD,GB",
                "They told us to go|",
                "U.S. officials|US",
                "Athens, Georgia|US",
                "Tbilisi, Georgia|GE",
                "Michael Jordan scored|",
                "the Dublin Regulation and the Geneva Convention|",
                "the Marrakesh Declaration|",
                "the Rabat Process|rabat-process",
                "the Gulf of Guinea|",
                "in New Mexico|US",
                "South Sudan|SS",
                "Kosovo|XK",
                "Gaza|PS",
                "the Western Balkans|western-balkans",
                "in Asia|142",
            })
    void regionsAreTheirNamesAndNotTheirLookAlikes(String text, String regions) {
        assertThat(ids(tag(text, "en").regions())).containsExactlyInAnyOrder(split(regions));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Integrated border management for border guards|border-management",
                "A border clash in the mountains|",
                "Human trafficking and forced labour|anti-trafficking",
                "A drug trafficking ring was arrested|",
                "Migrant smugglers were arrested|smuggling",
                "Assisted voluntary return of migrants|return-readmission",
                "How to file your tax return|",
                "The Visa card company grows|",
                "Visa liberalisation talks|visa",
                "Search and rescue at sea|deaths-rescue",
                "Remittances reach villages|migration-development",
                "European integration of markets|",
                "Integration of refugees in schools|integration",
                "Immigration detention of children|detention",
                "The Rabat Process met|dialogues-governance",
                "the Dublin Regulation|asylum-protection",
            })
    void themesAreTheirTriggersInTheirCompany(String text, String themes) {
        assertThat(ids(tag(text, "en").themes())).contains(split(themes));
        if (themes == null) {
            assertThat(tag(text, "en").themes()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Les Allemands en Allemagne, DE",
        "ru, Россия и Украина, 'RU,UA'",
        "ar, أفغانستان, AF",
        "de, Aus der Türkei, TR"
    })
    void namesAreReadInTheItemsLanguage(String language, String text, String regions) {
        assertThat(ids(tag(text, language).regions())).contains(split(regions));
    }

    @Test
    void anItemRollsUpToWhateverContainsItsRegionsOnItsDate() {
        assertThat(tag("In Jamaica", "en").regionRollup())
                .contains("029", "419", "019", "001")
                .doesNotContain("142");
        assertThat(tag("In Afghanistan", "en").regionRollup())
                .contains("142", "034", "silk-routes")
                .doesNotContain("budapest-process");
        assertThat(at("In Britain", "2019-12-01T00:00:00Z").regionRollup()).contains("eu");
        assertThat(at("In Britain", "2020-02-01T00:00:00Z").regionRollup()).doesNotContain("eu");
    }

    @Test
    void whatTheTitleNamesIsWhatItIsAbout() {
        Tags tags = TAGGER.tag(TagInput.of("Malta opens a centre", "It was paid for by Norway.", "en", TODAY));

        assertThat(tags.regions()).filteredOn(Tag::primary).extracting(Tag::id).containsExactly("MT");
        assertThat(tags.regions().getFirst().id()).isEqualTo("MT");
    }

    @ParameterizedTest
    @CsvSource({
        "'Project News: A', project-news",
        "'Expert voice: B', expert-voice",
        "'Vacancy: C', vacancy",
        "'A policy brief on D', report",
        "'Plain', news"
    })
    void theKindIsHowTheTitleBegins(String title, String kind) {
        assertThat(TAGGER.tag(TagInput.of(title, "", "en", TODAY)).kind()).isEqualTo(kind);
    }

    @Test
    void theStoryKeyIsTheSameForTheSameTitleHoweverItIsWritten() {
        assertThat(StoryKey.of("Forty people were rescued at sea", "a"))
                .isEqualTo(StoryKey.of("FORTY people — were rescued at séa!", "b"));
        assertThat(StoryKey.of("News in brief", "a")).isNotEqualTo(StoryKey.of("News in brief", "b"));
    }

    @Test
    void evidenceIsAlwaysTheWordsThatStandThere() {
        Random random = new Random(7);
        List<String> pieces = List.of(
                "Turkey",
                "Türkiye'nin",
                "border guards",
                "Côte d’Ivoire",
                "\uD834\uDD1E",
                "\u0301",
                "Ελλάδα",
                "asylum",
                " ",
                "\n\n",
                "-",
                "İstanbul",
                "ﬁnland",
                "Afghan",
                "ß",
                "migrant smuggling",
                "أفغانستان",
                "Kenya",
                ". ");
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 1 + random.nextInt(12); i++) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            Tags tags = TAGGER.tag(TagInput.of(null, text.toString(), null, TODAY));
            Stream.concat(tags.regions().stream(), tags.themes().stream())
                    .flatMap(tag -> tag.evidence().stream())
                    .forEach(evidence -> assertStandsThere(text.toString(), evidence));
        }
    }

    private static void assertStandsThere(String text, Evidence evidence) {
        assertThat(text.substring(evidence.start(), evidence.end())).isEqualTo(evidence.text());
    }

    private static Tags tag(String text, String language) {
        return TAGGER.tag(TagInput.of(null, text, language, TODAY));
    }

    private static Tags at(String text, String date) {
        return TAGGER.tag(TagInput.of(null, text, "en", Instant.parse(date)));
    }

    private static List<String> ids(List<Tag> tags) {
        return tags.stream().map(Tag::id).toList();
    }

    private static String[] split(String list) {
        return list == null ? new String[0] : list.split(",");
    }
}
