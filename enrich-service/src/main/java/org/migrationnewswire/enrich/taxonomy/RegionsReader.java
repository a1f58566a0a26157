// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.taxonomy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Taxonomy.Membership;
import org.migrationnewswire.contracts.Taxonomy.Region;
import org.migrationnewswire.contracts.Taxonomy.Type;
import org.migrationnewswire.enrich.taxonomy.CldrRegions.Known;

/** Regions: what CLDR knows, and what {@code regions.yaml} adds. */
final class RegionsReader {
    private static final Set<String> FILE_FIELDS = Set.of("names", "ambiguous", "notes", "regions");
    private static final Set<String> REGION_FIELDS = Set.of("id", "type", "label", "names", "source", "members");
    private static final Pattern MEMBER = Pattern.compile("(\\S+)(?: from (\\S+))?(?: to (\\S+))?");
    private static final Map<String, Type> TYPES =
            Map.of("organisation", Type.ORGANISATION, "dialogue", Type.DIALOGUE, "area", Type.AREA);

    private RegionsReader() {}

    static List<Region> read(YamlValue file, YamlValue otherLanguages) {
        Map<String, YamlValue> fields = file.fields(FILE_FIELDS);
        Map<String, Known> cldr = CldrRegions.all(Set.copyOf(YamlValue.texts(fields.get("ambiguous"))));
        Map<String, YamlValue> names = file.required(fields, "names").map();
        Map<String, YamlValue> notes = file.required(fields, "notes").map();
        Map<String, Region> regions = new LinkedHashMap<>();
        names.forEach((id, value) -> {
            if (!cldr.containsKey(id)) {
                throw value.error("there is no country or area '" + id + "'");
            }
        });
        Map<String, Map<String, List<String>>> others = others(otherLanguages, cldr.keySet());
        cldr.forEach((id, known) ->
                regions.put(id, withNames(known, names.get(id), others.getOrDefault(id, Map.of()), notes.get(id))));
        List<YamlValue> own = file.required(fields, "regions").list();
        Set<String> ids = new HashSet<>(regions.keySet());
        own.forEach(value ->
                ids.add(value.required(value.fields(REGION_FIELDS), "id").text()));
        for (YamlValue value : own) {
            Region region = region(value, ids);
            if (regions.put(region.id(), region) != null) {
                throw value.error("there is a region '" + region.id() + "' already");
            }
        }
        return List.copyOf(regions.values());
    }

    /** From languages that hold regions to regions that hold languages. */
    private static Map<String, Map<String, List<String>>> others(YamlValue file, Set<String> known) {
        Map<String, Map<String, List<String>>> others = new HashMap<>();
        file.map().forEach((language, regions) -> {
            if (!CldrRegions.LANGUAGES.contains(language)) {
                throw regions.error("there is no language '" + language + "' here, only "
                        + String.join(", ", CldrRegions.LANGUAGES));
            }
            regions.map().forEach((id, names) -> {
                if (!known.contains(id)) {
                    throw names.error("there is no country or area '" + id + "'");
                }
                others.computeIfAbsent(id, i -> new HashMap<>()).put(language, names.texts());
            });
        });
        return others;
    }

    private static Region withNames(
            Known known, @Nullable YamlValue more, Map<String, List<String>> others, @Nullable YamlValue note) {
        Map<String, List<String>> names = new HashMap<>(known.names());
        others.forEach((language, added) -> {
            Set<String> all = new LinkedHashSet<>(names.getOrDefault(language, List.of()));
            all.addAll(added);
            names.put(language, List.copyOf(all));
        });
        Set<String> english = new LinkedHashSet<>(names.getOrDefault("en", List.of()));
        english.addAll(YamlValue.texts(more));
        names.put("en", List.copyOf(english));
        return new Region(
                known.id(),
                known.type(),
                known.label(),
                names,
                known.members(),
                true,
                known.type() == Type.AREA ? "UN M49, by Unicode CLDR" : null,
                note == null ? null : note.text());
    }

    private static Region region(YamlValue value, Set<String> ids) {
        Map<String, YamlValue> fields = value.fields(REGION_FIELDS);
        YamlValue type = value.required(fields, "type");
        if (!TYPES.containsKey(type.text())) {
            throw type.error("'" + type.text() + "' is no type of region, only " + String.join(", ", TYPES.keySet()));
        }
        Map<String, List<String>> names = new HashMap<>();
        value.required(fields, "names").map().forEach((language, list) -> names.put(language, list.texts()));
        List<Membership> members = new ArrayList<>();
        for (YamlValue member : value.required(fields, "members").list()) {
            members.add(member(member, ids));
        }
        Type known = TYPES.getOrDefault(type.text(), Type.ORGANISATION);
        return new Region(
                value.required(fields, "id").text(),
                known,
                value.required(fields, "label").text(),
                names,
                members,
                known != Type.DIALOGUE,
                value.required(fields, "source").text(),
                null);
    }

    /** {@code HR from 2013-07-01}, {@code GB to 2020-01-31}, {@code MT}. */
    private static Membership member(YamlValue value, Set<String> ids) {
        Matcher matcher = MEMBER.matcher(value.text());
        if (!matcher.matches()) {
            throw value.error("a member is written 'ID', 'ID from DATE', 'ID to DATE' or 'ID from DATE to DATE'");
        }
        if (!ids.contains(matcher.group(1))) {
            throw value.error("there is no region '" + matcher.group(1) + "'");
        }
        return new Membership(matcher.group(1), date(value, matcher.group(2)), date(value, matcher.group(3)));
    }

    private static @Nullable LocalDate date(YamlValue value, @Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw value.error("'" + text + "' is no date such as 2013-07-01");
        }
    }
}
