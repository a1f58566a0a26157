// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.contracts.Tag.Evidence;
import org.migrationnewswire.contracts.Tags;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.enrich.taxonomy.TaxonomyFiles;

/** {@code docs/scoring.md} is true. */
class ScoringTest {
    private static final Pattern ROW =
            Pattern.compile("\\| ([a-z ]+) \\| ([a-z ]+) \\| ([0-9.]+) \\| ([0-9.]+) \\| ([0-9.]+) \\| ([0-9.]+) \\|");

    private final Taxonomy taxonomy = TaxonomyFiles.own();
    private final String document = read();

    @Test
    void theExamplesScoreIsMadeAgainFromItsEvidenceAndTheTaxonomy() {
        Tags tags = new Tagger(taxonomy)
                .tag(TagInput.of(example("Title"), example("Text"), "en", Instant.parse("2026-11-02T00:00:00Z")));
        Tag tag = tags.themes().stream()
                .filter(theme -> theme.id().equals("asylum-protection"))
                .findFirst()
                .orElseThrow();
        List<String> words = new ArrayList<>();
        double weight = 0;
        Matcher row = ROW.matcher(document);
        while (row.find()) {
            words.add(row.group(1));
            assertThat(Double.parseDouble(row.group(3))).isEqualTo(weightOf(row.group(2)));
            double counts = number(row, 3) * number(row, 4) * number(row, 5);
            assertThat(number(row, 6)).isEqualTo(counts);
            weight += counts;
        }

        assertThat(tag.evidence()).extracting(Evidence::text).containsExactlyElementsOf(words);
        assertThat(tag.score()).isEqualTo(Math.round((1 - Math.exp(-weight / ThemeTagger.SCALE)) * 100) / 100.0);
        assertThat(tag.primary()).isTrue();
        assertThat(document).contains("Together " + weight).contains("= " + tag.score() + ",");
    }

    @Test
    void itsConstantsAreTheTaggers() {
        assertThat(document)
                .contains("w / " + ThemeTagger.SCALE)
                .contains("Under " + ThemeTagger.LEAST_WEIGHT)
                .contains("past the " + ThemeTagger.MOST_EVIDENCE + "th")
                .contains("`w` is " + (int) ThemeTagger.PRIMARY_WEIGHT + " or more");
    }

    private double weightOf(String phrase) {
        return taxonomy.themes().stream()
                .flatMap(theme -> theme.triggers().stream())
                .filter(trigger -> trigger.phrase().equals(phrase))
                .findFirst()
                .orElseThrow()
                .weight();
    }

    private String example(String field) {
        Matcher matcher = Pattern.compile(field + ": `([^`]+)`").matcher(document);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static double number(Matcher row, int group) {
        return Double.parseDouble(row.group(group));
    }

    private static String read() {
        try {
            return Files.readString(Path.of("../docs/scoring.md"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
