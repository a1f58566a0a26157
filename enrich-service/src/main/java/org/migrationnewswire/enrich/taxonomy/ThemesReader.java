// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.taxonomy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.migrationnewswire.contracts.Taxonomy.Theme;
import org.migrationnewswire.contracts.Taxonomy.Trigger;

/** Themes, from {@code themes.yaml}. */
final class ThemesReader {
    private static final Set<String> FILE_FIELDS = Set.of("company", "themes");
    private static final Set<String> THEME_FIELDS =
            Set.of("id", "label", "definition", "alignments", "exclusions", "triggers");
    private static final Set<String> TRIGGER_FIELDS = Set.of("phrase", "weight", "near", "within");
    private static final int DEFAULT_WITHIN = 12;
    private static final int MOST_WITHIN = 100;

    private final Map<String, List<String>> company = new LinkedHashMap<>();

    private ThemesReader() {}

    static List<Theme> read(YamlValue file) {
        Map<String, YamlValue> fields = file.fields(FILE_FIELDS);
        ThemesReader reader = new ThemesReader();
        file.required(fields, "company").map().forEach((name, list) -> reader.company.put(name, list.texts()));
        List<Theme> themes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlValue value : file.required(fields, "themes").list()) {
            Theme theme = reader.theme(value);
            if (!ids.add(theme.id())) {
                throw value.error("there is a theme '" + theme.id() + "' already");
            }
            themes.add(theme);
        }
        return themes;
    }

    private Theme theme(YamlValue value) {
        Map<String, YamlValue> fields = value.fields(THEME_FIELDS);
        List<Trigger> triggers = new ArrayList<>();
        value.required(fields, "triggers").map().forEach((language, list) -> list.list()
                .forEach(trigger -> triggers.add(trigger(trigger, language))));
        return new Theme(
                value.required(fields, "id").text(),
                value.required(fields, "label").text(),
                value.required(fields, "definition").text(),
                YamlValue.texts(fields.get("alignments")),
                triggers,
                YamlValue.texts(fields.get("exclusions")));
    }

    private Trigger trigger(YamlValue value, String language) {
        if (value.isText()) {
            return new Trigger(value.text(), language, 1, List.of(), 0);
        }
        Map<String, YamlValue> fields = value.fields(TRIGGER_FIELDS);
        YamlValue weight = fields.get("weight");
        YamlValue near = fields.get("near");
        YamlValue within = fields.get("within");
        return new Trigger(
                value.required(fields, "phrase").text(),
                language,
                weight == null ? 1 : weight.number(0.01, 1),
                near == null
                        ? List.of()
                        : near.list().stream().flatMap(n -> company(n).stream()).toList(),
                within == null ? DEFAULT_WITHIN : (int) within.number(1, MOST_WITHIN));
    }

    private List<String> company(YamlValue name) {
        List<String> words = company.get(name.text());
        if (words == null) {
            throw name.error("there is no company '" + name.text() + "', only " + String.join(", ", company.keySet()));
        }
        return words;
    }
}
