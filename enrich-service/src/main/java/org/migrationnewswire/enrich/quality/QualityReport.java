// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.quality;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.contracts.Tags;
import org.migrationnewswire.enrich.tag.TagInput;
import org.migrationnewswire.enrich.tag.Tagger;

/** The tagger's scores over one labelled set. */
public final class QualityReport {
    private static final Instant DATE = Instant.parse("2026-11-02T00:00:00Z");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private final Scores themes = new Scores();
    private final Scores countries = new Scores();
    private final Scores kinds = new Scores();
    private final Map<String, Scores> byTheme = new TreeMap<>();
    private final Map<String, Scores> themesByLanguage = new TreeMap<>();
    private final Map<String, Scores> countriesByLanguage = new TreeMap<>();
    private final int items;

    /** Tags each item and compares. */
    public QualityReport(Tagger tagger, List<LabelledItem> set) {
        this.items = set.size();
        set.forEach(item -> add(item, tagger.tag(TagInput.of(item.title(), item.text(), item.language(), DATE))));
    }

    /** Over all themes of all items. */
    public Scores themes() {
        return themes;
    }

    /** Over all countries of all items. */
    public Scores countries() {
        return countries;
    }

    /** Over the kinds of all items; precision, recall and F1 are one and the same: the share that is right. */
    public Scores kinds() {
        return kinds;
    }

    private void add(LabelledItem item, Tags tags) {
        List<String> given = ids(tags.themes());
        List<String> places = ids(tags.regions()).stream()
                .filter(id -> COUNTRY.matcher(id).matches())
                .toList();
        String language = item.language() == null ? "und" : item.language();
        themes.add(item.themes(), given);
        countries.add(item.countries(), places);
        themesByLanguage.computeIfAbsent(language, l -> new Scores()).add(item.themes(), given);
        countriesByLanguage.computeIfAbsent(language, l -> new Scores()).add(item.countries(), places);
        item.themes().forEach(id -> byTheme.computeIfAbsent(id, i -> new Scores()));
        given.forEach(id -> byTheme.computeIfAbsent(id, i -> new Scores()));
        byTheme.forEach((id, scores) -> scores.add(only(item.themes(), id), only(given, id)));
        if (item.kind() != null && tags.kind() != null) {
            kinds.add(List.of(item.kind()), List.of(tags.kind()));
        }
    }

    private static List<String> only(List<String> ids, String id) {
        return ids.contains(id) ? List.of(id) : List.of();
    }

    private static List<String> ids(List<Tag> tags) {
        return tags.stream().map(Tag::id).toList();
    }

    /** A page of the tables of several sets. */
    public static String page(Map<String, QualityReport> sets) {
        StringBuilder out = new StringBuilder();
        table(
                out,
                "All",
                sets,
                report -> Map.of("countries", report.countries, "kinds", report.kinds, "themes", report.themes));
        table(out, "Themes", sets, report -> report.byTheme);
        table(out, "Themes by language", sets, report -> report.themesByLanguage);
        table(out, "Countries by language", sets, report -> report.countriesByLanguage);
        return out.toString();
    }

    private static void table(
            StringBuilder out,
            String title,
            Map<String, QualityReport> sets,
            Function<QualityReport, Map<String, Scores>> rows) {
        sets.forEach((name, report) -> {
            out.append("\n## ")
                    .append(title)
                    .append(" (")
                    .append(name)
                    .append(", ")
                    .append(report.items)
                    .append(" items)\n\n");
            out.append("| | wanted | precision | recall | F1 |\n| --- | --- | --- | --- | --- |\n");
            new TreeMap<>(rows.apply(report)).forEach((row, scores) -> out.append("| ")
                    .append(row)
                    .append(" | ")
                    .append(scores.cells())
                    .append(" |\n"));
        });
    }
}
