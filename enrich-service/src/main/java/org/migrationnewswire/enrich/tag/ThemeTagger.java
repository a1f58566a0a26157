// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.contracts.Taxonomy.NotPlace;
import org.migrationnewswire.contracts.Taxonomy.Theme;
import org.migrationnewswire.contracts.Taxonomy.Trigger;
import org.migrationnewswire.enrich.text.Phrases;
import org.migrationnewswire.enrich.text.Phrases.Match;

/** Themes by their triggers. Thread-safe. */
final class ThemeTagger {
    private static final double SCALE = 1.5;
    private static final double LEAST_WEIGHT = 0.9;
    private static final double PRIMARY_WEIGHT = 3;
    /** Of a trigger's further mentions: the fourth and later ones count nothing. */
    private static final double[] REPEATED = {1, 0.5, 0.25};

    private final List<Theme> themes;
    private final Phrases<Sign> signs = new Phrases<>(ThemeTagger::singular);
    private final Phrases<String> companions = new Phrases<>(ThemeTagger::singular);
    private final Set<String> languages;

    ThemeTagger(Taxonomy taxonomy) {
        this.themes = taxonomy.themes();
        Set<String> company = new HashSet<>();
        for (Theme theme : themes) {
            theme.exclusions().forEach(phrase -> signs.add(phrase, new Sign(theme.id(), null)));
            for (Trigger trigger : theme.triggers()) {
                signs.add(trigger.phrase(), new Sign(theme.id(), trigger));
                company.addAll(trigger.near());
            }
        }
        for (NotPlace notPlace : taxonomy.notPlaces()) {
            if (notPlace.tags() != null) {
                signs.add(
                        notPlace.phrase(),
                        new Sign(notPlace.tags(), new Trigger(notPlace.phrase(), "en", 1, List.of(), 0)));
            }
        }
        company.forEach(word -> companions.add(word, word));
        this.languages = themes.stream()
                .flatMap(theme -> theme.triggers().stream())
                .map(Trigger::language)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What a phrase stands for.
     *
     * @param theme the theme that it speaks for
     * @param trigger null when the phrase is one in which a trigger means nothing
     */
    private record Sign(String theme, @Nullable Trigger trigger) {}

    /** Whether there are triggers in that language. */
    boolean covers(String language) {
        return languages.contains(language);
    }

    List<Tag> tag(List<FieldWords> fields) {
        Map<String, Mentions> mentions = new LinkedHashMap<>();
        Map<String, Integer> repeats = new HashMap<>();
        for (FieldWords field : fields) {
            List<Match<Sign>> all = signs.in(field.words());
            if (all.isEmpty()) {
                continue;
            }
            List<Match<String>> company = companions.in(field.words());
            for (Match<Sign> match : longestByTheme(all)) {
                Trigger trigger = match.value().trigger();
                if (trigger != null && inCompany(match, trigger, company)) {
                    String theme = match.value().theme();
                    double counts = trigger.weight() * field.weight(match.first()) * repeated(repeats, theme, trigger);
                    mentions.computeIfAbsent(theme, id -> new Mentions())
                            .add(field, match.first(), match.end(), counts);
                }
            }
        }
        return themes.stream()
                .filter(theme -> mentions.containsKey(theme.id()))
                .map(theme -> tag(theme, mentions.getOrDefault(theme.id(), new Mentions())))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(Tag::score).reversed().thenComparing(Tag::id))
                .toList();
    }

    private static Optional<Tag> tag(Theme theme, Mentions found) {
        if (found.weight() < LEAST_WEIGHT) {
            return Optional.empty();
        }
        boolean primary = found.inTitle() || found.weight() >= PRIMARY_WEIGHT;
        return Optional.of(new Tag(
                theme.id(), theme.label(), found.score(SCALE), primary, "trigger", Tag.Source.RULE, found.evidence()));
    }

    private static double repeated(Map<String, Integer> repeats, String theme, Trigger trigger) {
        int before = repeats.merge(theme + "\0" + trigger.phrase(), 1, Integer::sum) - 1;
        return before < REPEATED.length ? REPEATED[before] : 0;
    }

    /** Whether a word of the trigger's company stands near it, itself aside. */
    private static boolean inCompany(Match<Sign> match, Trigger trigger, List<Match<String>> company) {
        if (trigger.near().isEmpty()) {
            return true;
        }
        return company.stream()
                .filter(word -> word.end() <= match.first() || word.first() >= match.end())
                .filter(word -> word.first() >= match.first() - trigger.within()
                        && word.first() < match.end() + trigger.within())
                .anyMatch(word -> trigger.near().contains(word.value()));
    }

    /** Of each theme the longest phrase at each place: an exclusion swallows the trigger in it. */
    private static List<Match<Sign>> longestByTheme(List<Match<Sign>> all) {
        List<Match<Sign>> ordered = new ArrayList<>(all);
        ordered.sort(Comparator.<Match<Sign>>comparingInt(Match::first)
                .thenComparing(Comparator.<Match<Sign>>comparingInt(Match::end).reversed()));
        Map<String, Integer> free = new HashMap<>();
        List<Match<Sign>> kept = new ArrayList<>();
        for (Match<Sign> match : ordered) {
            String theme = match.value().theme();
            if (match.first() >= free.getOrDefault(theme, 0)) {
                kept.add(match);
                free.put(theme, match.end());
            }
        }
        return kept;
    }

    /** A plural's singular, roughly; the same for triggers and texts, so that roughly is enough. */
    private static String singular(String word) {
        int length = word.length();
        if (length > 4 && word.endsWith("ies")) {
            return word.substring(0, length - 3) + "y";
        }
        return length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, length - 1) : word;
    }
}
