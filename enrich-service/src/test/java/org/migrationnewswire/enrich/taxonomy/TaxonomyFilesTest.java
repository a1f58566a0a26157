// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.contracts.Taxonomy.Region;

class TaxonomyFilesTest {
    private static final List<String> FILES = Stream.concat(
                    Stream.of(
                            "taxonomy.yaml",
                            "regions.yaml",
                            "regions-names.yaml",
                            "themes.yaml",
                            "kinds.yaml",
                            "not-places.yaml"),
                    Stream.of("fr", "es", "de", "it", "pt", "ar", "ru", "uk", "tr", "fa")
                            .map(language -> "themes-" + language + ".yaml"))
            .toList();

    private static final Set<String> UNINHABITED = Set.of("AQ", "BV", "HM", "TF", "GS", "UM");

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        for (String file : FILES) {
            try (InputStream in = TaxonomyFilesTest.class.getResourceAsStream("/taxonomy/" + file)) {
                Files.copy(in, folder.resolve(file));
            }
        }
    }

    @Test
    void everyMemberIsARegionAndNoneIsItsOwn() {
        Taxonomy taxonomy = TaxonomyFiles.own();
        Set<String> ids = taxonomy.regions().stream().map(Region::id).collect(Collectors.toSet());

        assertThat(taxonomy.regions())
                .allSatisfy(region -> assertThat(region.members()).allSatisfy(member -> {
                    assertThat(ids).contains(member.id());
                    assertThat(member.id()).isNotEqualTo(region.id());
                }));
    }

    @Test
    void everyCountryOfIso3166AndEveryThemeAndKindIsThere() {
        Taxonomy taxonomy = TaxonomyFiles.own();

        assertThat(taxonomy.regions())
                .extracting(Region::id)
                .contains(Arrays.stream(Locale.getISOCountries())
                        .filter(c -> !UNINHABITED.contains(c))
                        .toArray(String[]::new));
        assertThat(taxonomy.regions())
                .extracting(Region::id)
                .contains("XK", "001", "142", "419", "eu", "khartoum-process");
        assertThat(taxonomy.themes()).hasSize(19);
        assertThat(taxonomy.kinds()).hasSize(13);
    }

    @Test
    void dialoguesDoNotRollUp() {
        assertThat(TaxonomyFiles.own().regions())
                .filteredOn(region -> region.type() == Taxonomy.Type.DIALOGUE)
                .hasSize(4)
                .noneMatch(Region::rollsUp);
    }

    @Test
    void itFitsIntoARecordAndHasTheSameDigestEachTime() {
        assertThat(Json.write(TaxonomyFiles.own()).length).isLessThan(900_000);
        assertThat(TaxonomyFiles.in(folder)).isEqualTo(TaxonomyFiles.own());
    }

    @Test
    void anotherWordIsAnotherDigest() throws IOException {
        replace("themes.yaml", "asylum seeker", "asylum hunter");

        assertThat(TaxonomyFiles.in(folder).digest())
                .isNotEqualTo(TaxonomyFiles.own().digest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "regions.yaml|members: [AT, BE|members: [AT, QQ|there is no region 'QQ'",
                "regions.yaml|HR from 2013-07-01|HR from 2013-7|no date",
                "regions.yaml|type: organisation|type: club|no type of region",
                "regions.yaml|  AF: [|  ZZ: [|no country or area 'ZZ'",
                "regions-names.yaml|  AM: [|  ZZ: [|no country or area 'ZZ'",
                "regions-names.yaml|uk:|xx:|there is no language 'xx'",
                "themes.yaml|near: [rescue]|near: [nobody]|there is no company 'nobody'",
                "themes.yaml|weight: 0.6|weight: heavy|a number from",
                "themes.yaml|definition: Who may|meaning: Who may|there is no field 'meaning'",
                "themes.yaml|label: Visa policy|title: Visa policy|there is no field 'title'",
                "themes.yaml|- id: visa|- id: smuggling|there is a theme 'smuggling' already",
                "themes.yaml|gcm:23|gcm:24|gcm:1 to gcm:23",
                "themes.yaml|uncovered: ['gcm:3', 'gcm:4'|uncovered: ['gcm:3', 'gcm:8'|gcm:8 is covered by",
                "themes.yaml|uncovered: ['gcm:3', |uncovered: [|gcm:3 is no theme's",
                "themes-ru.yaml|убежищ*|у*|a stem of at least 3 letters",
                "themes-ru.yaml|убежищ*|*убежищ|only at the end of a word",
                "themes-tr.yaml|  visa:|  vize:|there is no theme 'vize'",
                "themes-fa.yaml|weight: 0.|weight: 7.|a number from",
                "not-places.yaml|tags: asylum-protection|tags: asylum|there is no theme 'asylum'",
                "kinds.yaml|label: Vacancy|# gone|the field 'label' is missing",
                "taxonomy.yaml|version: |version: [|expected",
            })
    void aMistakeIsNamedWithFileAndLine(String file, String before, String after, String message) throws IOException {
        replace(file, before, after);

        assertThatThrownBy(() -> TaxonomyFiles.in(folder))
                .isInstanceOf(TaxonomyException.class)
                .hasMessageMatching("(?s)" + file + ":\\d+: .*")
                .hasMessageContaining(message);
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(folder.resolve("kinds.yaml"));

        assertThatThrownBy(() -> TaxonomyFiles.in(folder)).hasMessageContaining("kinds.yaml");
    }

    @Test
    void versionsAreComparedByTheirNumbers() {
        assertThat(TaxonomyTopic.compare("2026.9.1", "2026.11.1")).isNegative();
        assertThat(TaxonomyTopic.compare("2026.11.2", "2026.11.1")).isPositive();
        assertThat(TaxonomyTopic.compare("2026.11", "2026.11")).isZero();
    }

    private void replace(String file, String before, String after) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(before);
        Files.writeString(folder.resolve(file), text.replaceFirst(Pattern.quote(before), after));
    }
}
