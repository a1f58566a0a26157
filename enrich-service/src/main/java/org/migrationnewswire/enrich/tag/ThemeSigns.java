// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.contracts.Taxonomy.NotPlace;
import org.migrationnewswire.contracts.Taxonomy.Theme;
import org.migrationnewswire.contracts.Taxonomy.Trigger;
import org.migrationnewswire.enrich.text.Phrases;
import org.migrationnewswire.enrich.text.Phrases.Match;
import org.migrationnewswire.enrich.text.WordForms;
import org.migrationnewswire.enrich.text.Words;

/** The phrases that speak for themes in one language, or in all of them. Thread-safe once built. */
final class ThemeSigns {
    /** The language of names and abbreviations that are the same in every language. */
    static final String ANY = "mul";

    private static final String ENGLISH = "en";
    private static final Set<String> WITH_PARTICLES = Set.of("ar", ANY);

    private final Phrases<Sign> signs;
    private final Phrases<String> companions;

    private ThemeSigns(Taxonomy taxonomy, String language, Predicate<Trigger> chosen) {
        this.signs = phrases(language);
        this.companions = phrases(language);
        Set<String> company = new HashSet<>();
        for (Theme theme : taxonomy.themes()) {
            theme.exclusions().forEach(phrase -> signs.add(phrase, new Sign(theme.id(), null)));
            theme.triggers().stream().filter(chosen).forEach(trigger -> {
                signs.add(trigger.phrase(), new Sign(theme.id(), trigger));
                company.addAll(trigger.near());
            });
        }
        for (NotPlace notPlace : taxonomy.notPlaces()) {
            Trigger trigger = new Trigger(notPlace.phrase(), ENGLISH, 1, List.of(), 0);
            if (notPlace.tags() != null && chosen.test(trigger)) {
                signs.add(notPlace.phrase(), new Sign(notPlace.tags(), trigger));
            }
        }
        company.forEach(word -> companions.add(word, word));
    }

    /**
     * What a phrase stands for.
     *
     * @param theme the theme that it speaks for
     * @param trigger null when the phrase is one in which a trigger means nothing
     */
    record Sign(String theme, @Nullable Trigger trigger) {
        /** Of two signs of the same words: exclusions first, then the heavier trigger. */
        double rank() {
            return trigger == null ? -2 : -trigger.weight();
        }

        /** An abbreviation is one only in capitals: GRETA is no Greta. */
        private boolean isWritten(String asItStands) {
            if (trigger == null || !isAbbreviation(trigger.phrase())) {
                return true;
            }
            return asItStands.startsWith(trigger.phrase());
        }

        private static boolean isAbbreviation(String phrase) {
            return phrase.length() > 1 && phrase.chars().allMatch(c -> c >= 'A' && c <= 'Z');
        }
    }

    /** For each language in which there are triggers: these and those of any language. */
    static Map<String, ThemeSigns> byLanguage(Taxonomy taxonomy) {
        Set<String> languages = taxonomy.themes().stream()
                .flatMap(theme -> theme.triggers().stream())
                .map(Trigger::language)
                .filter(language -> !language.equals(ANY))
                .collect(Collectors.toUnmodifiableSet());
        Map<String, ThemeSigns> byLanguage = new HashMap<>();
        for (String language : languages) {
            Predicate<Trigger> chosen = trigger ->
                    trigger.language().equals(language) || trigger.language().equals(ANY);
            byLanguage.put(language, new ThemeSigns(taxonomy, language, chosen));
        }
        return Map.copyOf(byLanguage);
    }

    static ThemeSigns ofAllLanguages(Taxonomy taxonomy) {
        return new ThemeSigns(taxonomy, ANY, trigger -> true);
    }

    List<Match<Sign>> in(Words words) {
        return signs.in(words).stream()
                .filter(match -> match.value().isWritten(words.between(match.first(), match.end())))
                .toList();
    }

    List<Match<String>> companyIn(Words words) {
        return companions.in(words);
    }

    private static <T> Phrases<T> phrases(String language) {
        return WITH_PARTICLES.contains(language)
                ? new Phrases<>(WordForms.of(language), WordForms::withoutParticles)
                : new Phrases<>(WordForms.of(language));
    }
}
