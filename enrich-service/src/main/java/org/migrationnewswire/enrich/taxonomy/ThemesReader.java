// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.taxonomy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.migrationnewswire.contracts.Taxonomy.Theme;
import org.migrationnewswire.contracts.Taxonomy.Trigger;
import org.migrationnewswire.enrich.text.Phrases;

/** Themes, from {@code themes.yaml}, and their triggers in further languages, each from a file of its own. */
final class ThemesReader {
    private static final Set<String> FILE_FIELDS = Set.of("languages", "uncovered", "company", "themes");
    private static final Set<String> LANGUAGE_FIELDS = Set.of("company", "triggers", "exclusions");
    private static final Set<String> THEME_FIELDS =
            Set.of("id", "label", "definition", "alignments", "exclusions", "triggers");
    private static final Set<String> TRIGGER_FIELDS = Set.of("phrase", "weight", "near", "within");
    private static final int DEFAULT_WITHIN = 12;
    private static final int MOST_WITHIN = 100;
    private static final Pattern OBJECTIVE = Pattern.compile("gcm:([1-9]|1[0-9]|2[0-3])");
    private static final Pattern ALIGNMENT =
            Pattern.compile(OBJECTIVE.pattern() + "|eurovoc:(c_)?[0-9a-f]+|icmpd:[a-z-]+");
    private static final int OBJECTIVES = 23;

    private final Map<String, List<String>> company = new LinkedHashMap<>();

    private ThemesReader(YamlValue company) {
        company.map().forEach((name, list) -> this.company.put(name, phrases(list)));
    }

    /**
     * The themes of the file, with the triggers of each language that it names.
     *
     * @param ofLanguage gives the file of a language
     */
    static List<Theme> read(YamlValue file, Function<String, YamlValue> ofLanguage) {
        Map<String, YamlValue> fields = file.fields(FILE_FIELDS);
        ThemesReader reader = new ThemesReader(file.required(fields, "company"));
        Map<String, Theme> themes = new LinkedHashMap<>();
        for (YamlValue value : file.required(fields, "themes").list()) {
            Theme theme = reader.theme(value);
            if (themes.put(theme.id(), theme) != null) {
                throw value.error("there is a theme '" + theme.id() + "' already");
            }
        }
        for (YamlValue language : file.required(fields, "languages").list()) {
            addLanguage(themes, language.text(), ofLanguage.apply(language.text()));
        }
        checkObjectives(themes, file.required(fields, "uncovered"));
        return List.copyOf(themes.values());
    }

    /** Each objective of the Global Compact is some theme's, or declared to be nobody's: never both, never neither. */
    private static void checkObjectives(Map<String, Theme> themes, YamlValue uncovered) {
        Set<String> seen = new HashSet<>();
        for (YamlValue objective : uncovered.list()) {
            if (!OBJECTIVE.matcher(objective.text()).matches()) {
                throw objective.error("an objective such as gcm:4 is wanted here");
            }
            seen.add(objective.text());
        }
        for (Theme theme : themes.values()) {
            for (String alignment : theme.alignments()) {
                if (uncovered.texts().contains(alignment)) {
                    throw uncovered.error(alignment + " is covered by " + theme.id());
                }
                seen.add(alignment);
            }
        }
        for (int i = 1; i <= OBJECTIVES; i++) {
            if (!seen.contains("gcm:" + i)) {
                throw uncovered.error("gcm:" + i + " is no theme's and is not declared uncovered");
            }
        }
    }

    private static void addLanguage(Map<String, Theme> themes, String language, YamlValue file) {
        Map<String, YamlValue> fields = file.fields(LANGUAGE_FIELDS);
        ThemesReader reader = new ThemesReader(file.required(fields, "company"));
        file.required(fields, "triggers").map().forEach((id, list) -> {
            Theme theme = known(themes, id, list);
            themes.put(id, with(theme, reader.triggers(list, language), List.of()));
        });
        YamlValue exclusions = fields.get("exclusions");
        if (exclusions != null) {
            exclusions
                    .map()
                    .forEach((id, list) -> themes.put(id, with(known(themes, id, list), List.of(), phrases(list))));
        }
    }

    private static Theme known(Map<String, Theme> themes, String id, YamlValue where) {
        Theme theme = themes.get(id);
        if (theme == null) {
            throw where.error("there is no theme '" + id + "'");
        }
        return theme;
    }

    private static Theme with(Theme theme, List<Trigger> triggers, List<String> exclusions) {
        return new Theme(
                theme.id(),
                theme.label(),
                theme.definition(),
                theme.alignments(),
                Stream.concat(theme.triggers().stream(), triggers.stream()).toList(),
                Stream.concat(theme.exclusions().stream(), exclusions.stream()).toList());
    }

    private Theme theme(YamlValue value) {
        Map<String, YamlValue> fields = value.fields(THEME_FIELDS);
        List<Trigger> triggers = new ArrayList<>();
        value.required(fields, "triggers").map().forEach((language, list) -> triggers.addAll(triggers(list, language)));
        YamlValue exclusions = fields.get("exclusions");
        return new Theme(
                value.required(fields, "id").text(),
                value.required(fields, "label").text(),
                value.required(fields, "definition").text(),
                alignments(value.required(fields, "alignments")),
                triggers,
                exclusions == null ? List.of() : phrases(exclusions));
    }

    private static List<String> alignments(YamlValue list) {
        for (YamlValue alignment : list.list()) {
            if (!ALIGNMENT.matcher(alignment.text()).matches()) {
                throw alignment.error("gcm:1 to gcm:23, eurovoc:… or icmpd:… is wanted here");
            }
        }
        return list.texts();
    }

    private List<Trigger> triggers(YamlValue list, String language) {
        List<Trigger> triggers = new ArrayList<>();
        Set<String> phrases = new HashSet<>();
        for (YamlValue value : list.list()) {
            Trigger trigger = trigger(value, language);
            if (!phrases.add(trigger.phrase())) {
                throw value.error("'" + trigger.phrase() + "' stands twice");
            }
            triggers.add(trigger);
        }
        return triggers;
    }

    private Trigger trigger(YamlValue value, String language) {
        if (value.isText()) {
            return new Trigger(phrase(value), language, 1, List.of(), 0);
        }
        Map<String, YamlValue> fields = value.fields(TRIGGER_FIELDS);
        YamlValue weight = fields.get("weight");
        YamlValue near = fields.get("near");
        YamlValue within = fields.get("within");
        return new Trigger(
                phrase(value.required(fields, "phrase")),
                language,
                weight == null ? 1 : weight.number(0.01, 1),
                near == null
                        ? List.of()
                        : near.list().stream().flatMap(n -> company(n).stream()).toList(),
                within == null ? DEFAULT_WITHIN : (int) within.number(1, MOST_WITHIN));
    }

    private static List<String> phrases(YamlValue list) {
        return list.list().stream().map(ThemesReader::phrase).toList();
    }

    private static String phrase(YamlValue value) {
        String mistake = Phrases.mistake(value.text());
        if (mistake != null) {
            throw value.error(mistake);
        }
        return value.text();
    }

    private List<String> company(YamlValue name) {
        List<String> words = company.get(name.text());
        if (words == null) {
            throw name.error("there is no company '" + name.text() + "', only " + String.join(", ", company.keySet()));
        }
        return words;
    }
}
