// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.contracts.Taxonomy.Membership;
import org.migrationnewswire.contracts.Taxonomy.Region;
import org.migrationnewswire.contracts.Taxonomy.Theme;
import org.migrationnewswire.contracts.Taxonomy.Trigger;

/**
 * {@code docs/taxonomy.md} is what the taxonomy's files say. To write it anew: {@code ./mvnw test -pl enrich-service -am
 * -Dgolden.write=true -Dtest=TaxonomyDocumentTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class TaxonomyDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/taxonomy.md");

    @Test
    void isGeneratedFromTheTaxonomy() throws IOException {
        String generated = generate(TaxonomyFiles.own());
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(DOCUMENT, generated);
        }

        assertThat(Files.readString(DOCUMENT)).isEqualTo(generated);
    }

    private static String generate(Taxonomy taxonomy) {
        StringBuilder out = new StringBuilder(
                "# Taxonomy\n\nGenerated from the files in "
                        + "`enrich-service/src/main/resources/taxonomy`, version " + taxonomy.version()
                        + ".\n\n## Themes\n\nObjectives of the Global Compact that are no theme's: 3, 4, 14 and 22; the file says why.\n");
        taxonomy.themes().forEach(theme -> theme(out, theme));
        out.append("\n## Kinds\n\n| id | label | a title begins with | phrases |\n| --- | --- | --- | --- |\n");
        taxonomy.kinds()
                .forEach(kind -> row(
                        out,
                        "`" + kind.id() + "`",
                        kind.label(),
                        String.join(" · ", kind.titlePrefixes()),
                        String.join(" · ", kind.triggers())));
        out.append("\n## Regions\n\n").append(countries(taxonomy));
        out.append("\n\n| id | label | type | members | source |\n| --- | --- | --- | --- | --- |\n");
        taxonomy.regions().stream()
                .filter(region -> !region.members().isEmpty())
                .forEach(region -> region(out, region));
        return out.toString();
    }

    private static void theme(StringBuilder out, Theme theme) {
        Map<String, Long> counts = theme.triggers().stream()
                .collect(Collectors.groupingBy(Trigger::language, TreeMap::new, Collectors.counting()));
        out.append("\n### ")
                .append(theme.label())
                .append(" (`")
                .append(theme.id())
                .append("`)\n\n");
        out.append(theme.definition()).append("\n\nAligned to ").append(String.join(", ", theme.alignments()));
        out.append(". Triggers: ");
        out.append(counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", ")));
        out.append("; exclusions: ").append(theme.exclusions().size()).append(".\n");
    }

    private static String countries(Taxonomy taxonomy) {
        List<Region> countries = taxonomy.regions().stream()
                .filter(region -> region.type() == Taxonomy.Type.COUNTRY)
                .toList();
        return countries.size() + " countries and territories: "
                + countries.stream()
                        .map(region -> region.label() + " (" + region.id() + ")")
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static void region(StringBuilder out, Region region) {
        row(
                out,
                "`" + region.id() + "`",
                region.label(),
                region.type().name().toLowerCase(Locale.ROOT),
                region.members().stream().map(TaxonomyDocumentTest::member).collect(Collectors.joining(" ")),
                region.source() == null ? "" : region.source());
    }

    private static String member(Membership member) {
        String from = member.validFrom() == null ? "" : " from " + member.validFrom();
        String to = member.validTo() == null ? "" : " to " + member.validTo();
        return from.isEmpty() && to.isEmpty() ? member.id() : member.id() + " (" + (from + to).strip() + ")";
    }

    private static void row(StringBuilder out, String... cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
