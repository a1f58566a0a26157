// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.enrich.tag.Tagger;
import org.migrationnewswire.enrich.taxonomy.TaxonomyFiles;

/**
 * {@code docs/quality.md} is what the tagger scores today. To write it anew: {@code ./mvnw test -pl enrich-service -am
 * -Dgolden.write=true -Dtest=QualityDocumentTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class QualityDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/quality.md");
    private static final Taxonomy TAXONOMY = TaxonomyFiles.own();

    @Test
    void isWhatTheTaggerScores() throws IOException {
        Map<String, QualityReport> sets = new LinkedHashMap<>();
        sets.put("tune", report("tune"));
        sets.put("check", report("check"));
        String generated = """
                # Quality

                What the tagger scores over the project's own labelled set, `enrich-service/src/test/resources/labelled`, by the \
                guidelines beside it. Generated; a test compares it, so that no change lowers it unseen. Triggers and thresholds \
                are tuned on the first half only. Scores are over the items' sets of tags (micro); a row with nothing wanted shows \
                what was made up. Countries are those named; languages without triggers have no themes.
                """ + QualityReport.page(sets);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(DOCUMENT, generated);
        }

        assertThat(Files.readString(DOCUMENT)).isEqualTo(generated);
    }

    @Test
    void labelsAreThemesAndKindsThatThereAreAndIdsAreUnique() throws IOException {
        Set<String> themes = TAXONOMY.themes().stream().map(Taxonomy.Theme::id).collect(Collectors.toSet());
        Set<String> kinds = TAXONOMY.kinds().stream().map(Taxonomy.Kind::id).collect(Collectors.toSet());
        Set<String> ids = new HashSet<>();

        for (String half : List.of("tune", "check")) {
            assertThat(set(half)).allSatisfy(item -> {
                assertThat(themes).containsAll(item.themes());
                assertThat(kinds).contains(item.kind());
                assertThat(ids.add(item.id())).isTrue();
            });
        }
        assertThat(ids).hasSizeGreaterThanOrEqualTo(300);
    }

    private static QualityReport report(String half) throws IOException {
        return new QualityReport(new Tagger(TAXONOMY), set(half));
    }

    private static List<LabelledItem> set(String half) throws IOException {
        try (InputStream in = QualityDocumentTest.class.getResourceAsStream("/labelled/" + half + ".jsonl")) {
            return LabelledItem.read(in);
        }
    }
}
