// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.contracts.Taxonomy.Theme;
import org.migrationnewswire.contracts.Taxonomy.Trigger;
import org.migrationnewswire.enrich.text.Phrases.Match;

/** Themes by the triggers of the item's language. Thread-safe. */
final class ThemeTagger {
    static final double SCALE = 1.5;
    static final double LEAST_WEIGHT = 0.75;
    static final double PRIMARY_WEIGHT = 3;
    /** What is past it counts nothing, so that the evidence on a tag is all that its score was made of. */
    static final int MOST_EVIDENCE = 20;
    /** Of a trigger's further mentions: the fourth and later ones count nothing. */
    static final double[] REPEATED = {1, 0.5, 0.25};

    private final List<Theme> themes;
    private final Map<String, ThemeSigns> byLanguage;
    private final ThemeSigns ofAll;

    ThemeTagger(Taxonomy taxonomy) {
        this.themes = taxonomy.themes();
        this.byLanguage = ThemeSigns.byLanguage(taxonomy);
        this.ofAll = ThemeSigns.ofAllLanguages(taxonomy);
    }

    /** Whether there are triggers in that language. */
    boolean covers(String language) {
        return byLanguage.containsKey(language);
    }

    /**
     * The themes of a text.
     *
     * @param language whose triggers count; where it is unknown or none are written in it, those of all languages do
     */
    List<Tag> tag(List<FieldWords> fields, String language) {
        ThemeSigns signs = byLanguage.getOrDefault(language, ofAll);
        Map<String, Mentions> mentions = new LinkedHashMap<>();
        Map<Trigger, Integer> repeats = new HashMap<>();
        for (FieldWords field : fields) {
            count(field, signs, mentions, repeats);
        }
        return themes.stream()
                .filter(theme -> mentions.containsKey(theme.id()))
                .map(theme -> tag(theme, mentions.getOrDefault(theme.id(), new Mentions())))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(Tag::score).reversed().thenComparing(Tag::id))
                .toList();
    }

    private static void count(
            FieldWords field, ThemeSigns signs, Map<String, Mentions> mentions, Map<Trigger, Integer> repeats) {
        List<Match<ThemeSigns.Sign>> all = signs.in(field.words());
        if (all.isEmpty()) {
            return;
        }
        List<Match<String>> company = signs.companyIn(field.words());
        for (Match<ThemeSigns.Sign> match : longestByTheme(all)) {
            Trigger trigger = match.value().trigger();
            if (trigger == null || !inCompany(match, trigger, company)) {
                continue;
            }
            Mentions found = mentions.computeIfAbsent(match.value().theme(), id -> new Mentions());
            int before = repeats.merge(trigger, 1, Integer::sum) - 1;
            if (before < REPEATED.length && found.evidence().size() < MOST_EVIDENCE) {
                double counts = trigger.weight() * field.weight(match.first()) * REPEATED[before];
                found.add(field, match.first(), match.end(), counts);
            }
        }
    }

    private static Optional<Tag> tag(Theme theme, Mentions found) {
        if (found.weight() < LEAST_WEIGHT) {
            return Optional.empty();
        }
        boolean primary = found.inTitle() || found.weight() >= PRIMARY_WEIGHT;
        return Optional.of(new Tag(
                theme.id(), theme.label(), found.score(SCALE), primary, "trigger", Tag.Source.RULE, found.evidence()));
    }

    /** Whether a word of the trigger's company stands near it, itself aside. */
    private static boolean inCompany(Match<ThemeSigns.Sign> match, Trigger trigger, List<Match<String>> company) {
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
    private static List<Match<ThemeSigns.Sign>> longestByTheme(List<Match<ThemeSigns.Sign>> all) {
        List<Match<ThemeSigns.Sign>> ordered = new ArrayList<>(all);
        ordered.sort(Comparator.<Match<ThemeSigns.Sign>>comparingInt(Match::first)
                .thenComparing(Comparator.<Match<ThemeSigns.Sign>>comparingInt(Match::end)
                        .reversed())
                .thenComparing(match -> match.value().rank()));
        Map<String, Integer> free = new HashMap<>();
        List<Match<ThemeSigns.Sign>> kept = new ArrayList<>();
        for (Match<ThemeSigns.Sign> match : ordered) {
            String theme = match.value().theme();
            if (match.first() >= free.getOrDefault(theme, 0)) {
                kept.add(match);
                free.put(theme, match.end());
            }
        }
        return kept;
    }
}
