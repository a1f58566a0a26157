// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.cli;

import static java.util.stream.Collectors.toCollection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.contracts.Tag.Evidence;
import org.migrationnewswire.contracts.Tags;
import org.migrationnewswire.enrich.tag.TagInput;
import org.migrationnewswire.enrich.tag.Tagger;

/** A tagger measured against labels: countries in groups, themes, languages and kinds. */
final class Evaluation {
    private static final Instant DATE = Instant.parse("2026-11-01T00:00:00Z");
    private static final String ALL = "all";

    private final Tagger tagger;
    private final Map<String, Counts> countries = new TreeMap<>();
    private final Map<String, Counts> themes = new TreeMap<>();
    private final Map<String, Counts> others = new TreeMap<>();
    private final List<String> errors = new ArrayList<>();

    Evaluation(Tagger tagger) {
        this.tagger = tagger;
        countries.put(ALL, new Counts());
    }

    void add(Labelled labelled) {
        Tags tags = tagger.tag(TagInput.of(labelled.title(), labelled.text(), labelled.language(), DATE));
        List<Tag> found = tags.regions().stream()
                .filter(tag -> tag.id().matches("[A-Z]{2}"))
                .toList();
        Set<String> ids = ids(found);
        addCountries(ALL, labelled, found, ids);
        if (!labelled.corpus().isEmpty()) {
            addCountries("corpus " + labelled.corpus(), labelled, found, ids);
        }
        addCountries("language " + tags.language(), labelled, found, ids);
        addErrors(labelled, found, ids);
        addThemes(labelled, ids(tags.themes()));
        addOther("language", labelled.language(), tags.language());
        addOther("kind", labelled.kind(), tags.kind());
    }

    Map<String, Counts> countries() {
        return countries;
    }

    Map<String, Counts> themes() {
        return themes;
    }

    /** Language and kind: one right answer a text. */
    Map<String, Counts> others() {
        return others;
    }

    /** A line for each country missed or found wrongly. */
    List<String> errors() {
        return errors;
    }

    private void addCountries(String group, Labelled labelled, List<Tag> found, Set<String> ids) {
        Counts counts = countries.computeIfAbsent(group, g -> new Counts());
        counts.add(labelled.countries(), ids);
        if (!labelled.focus().isEmpty()) {
            counts.addFocus(labelled.focus().contains(focus(found)));
        }
    }

    /** Primary before not, then the higher score. */
    private static String focus(List<Tag> found) {
        return found.stream()
                .min(Comparator.comparing((Tag tag) -> !tag.primary())
                        .thenComparing(Comparator.comparingDouble(Tag::score).reversed()))
                .map(Tag::id)
                .orElse("");
    }

    private void addErrors(Labelled labelled, List<Tag> found, Set<String> ids) {
        labelled.countries().stream()
                .filter(id -> !ids.contains(id))
                .forEach(id -> errors.add("missed " + id + "  " + labelled.id()));
        for (Tag tag : found) {
            if (!labelled.countries().contains(tag.id())) {
                List<String> evidence =
                        tag.evidence().stream().map(Evidence::text).distinct().toList();
                errors.add("wrong  " + tag.id() + "  " + labelled.id() + "  " + evidence);
            }
        }
        String focus = focus(found);
        if (!labelled.focus().isEmpty() && !labelled.focus().contains(focus)) {
            errors.add(
                    "focus  " + (focus.isEmpty() ? "--" : focus) + "  " + labelled.id() + "  not " + labelled.focus());
        }
    }

    private void addThemes(Labelled labelled, Set<String> found) {
        Set<String> wanted = labelled.themes();
        if (wanted == null) {
            return;
        }
        themes.computeIfAbsent(ALL, t -> new Counts()).add(wanted, found);
        Set<String> either = new TreeSet<>(wanted);
        either.addAll(found);
        either.forEach(theme -> themes.computeIfAbsent("theme " + theme, t -> new Counts())
                .add(
                        wanted.contains(theme) ? Set.of(theme) : Set.of(),
                        found.contains(theme) ? Set.of(theme) : Set.of()));
    }

    private void addOther(String what, @Nullable String wanted, @Nullable String found) {
        if (wanted != null) {
            others.computeIfAbsent(what, w -> new Counts()).add(Set.of(wanted), Set.of(found == null ? "" : found));
        }
    }

    private static Set<String> ids(List<Tag> tags) {
        return tags.stream().map(Tag::id).collect(toCollection(TreeSet::new));
    }
}
