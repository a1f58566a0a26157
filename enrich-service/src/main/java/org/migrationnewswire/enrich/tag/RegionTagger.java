// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.contracts.Taxonomy.NotPlace;
import org.migrationnewswire.contracts.Taxonomy.Region;
import org.migrationnewswire.enrich.text.Phrases;
import org.migrationnewswire.enrich.text.Phrases.Match;
import org.migrationnewswire.enrich.text.Words;

/** Regions by their names. Thread-safe. */
final class RegionTagger {
    private static final String ENGLISH = "en";
    private static final double SCALE = 3;
    private static final double PRIMARY_SHARE = 0.3;
    private static final double PRIMARY_WEIGHT = 2;
    private static final int MUST_STAND_JUST_SO = 3;

    private final Taxonomy taxonomy;
    private final Map<String, Region> regions = new HashMap<>();
    private final Map<String, Phrases<Name>> byLanguage = new ConcurrentHashMap<>();

    RegionTagger(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
        taxonomy.regions().forEach(region -> regions.put(region.id(), region));
    }

    /**
     * What a phrase stands for.
     *
     * @param written as the taxonomy writes it
     * @param region null when it is no place
     */
    private record Name(String written, @Nullable String region) {
        /** Whether the words, as they stand in a text, may be this name: "turkey" is a bird. */
        boolean fits(Words words, int first, int end) {
            String joined = words.joined(first, end);
            String bare = Words.of(written).joined(0, Words.of(written).size());
            if (bare.length() <= MUST_STAND_JUST_SO || bare.equals(bare.toUpperCase(Locale.ROOT))) {
                return bare.equals(joined) || isCaseless(bare);
            }
            return !Character.isUpperCase(bare.codePointAt(0)) || Character.isUpperCase(joined.codePointAt(0));
        }

        private static boolean isCaseless(String text) {
            return text.equals(text.toLowerCase(Locale.ROOT)) && text.equals(text.toUpperCase(Locale.ROOT));
        }
    }

    List<Tag> tag(List<FieldWords> fields, String language) {
        Phrases<Name> names = byLanguage.computeIfAbsent(language, this::names);
        Map<String, Mentions> mentions = new LinkedHashMap<>();
        for (FieldWords field : fields) {
            for (Match<Name> match : longest(names.in(field.words()), field.words())) {
                String region = match.value().region();
                if (region != null) {
                    mentions.computeIfAbsent(region, id -> new Mentions())
                            .add(field, match.first(), match.end(), field.weight(match.first()));
                }
            }
        }
        double all = mentions.values().stream().mapToDouble(Mentions::weight).sum();
        List<Tag> tags = new ArrayList<>();
        mentions.forEach((id, found) -> tags.add(tag(id, found, all)));
        tags.sort(Comparator.comparingDouble(Tag::score).reversed().thenComparing(Tag::id));
        return tags;
    }

    private Tag tag(String id, Mentions found, double all) {
        boolean primary =
                found.inTitle() || (found.weight() >= PRIMARY_WEIGHT && found.weight() / all >= PRIMARY_SHARE);
        Region region = regions.get(id);
        String label = region == null ? id : region.label();
        return new Tag(id, label, found.score(SCALE), primary, "name", Tag.Source.RULE, found.evidence());
    }

    /** At each place the longest name that fits; what it covers is not looked at again. */
    private static List<Match<Name>> longest(List<Match<Name>> all, Words words) {
        List<Match<Name>> kept = new ArrayList<>();
        List<Match<Name>> ordered = new ArrayList<>(all);
        ordered.sort(Comparator.<Match<Name>>comparingInt(Match::first)
                .thenComparing(Comparator.<Match<Name>>comparingInt(Match::end).reversed()));
        int free = 0;
        for (Match<Name> match : ordered) {
            if (match.first() >= free && match.value().fits(words, match.first(), match.end())) {
                kept.add(match);
                free = match.end();
            }
        }
        return kept;
    }

    /** Names in that language and in English, which every language borrows from; all of them when it is unknown. */
    private Phrases<Name> names(String language) {
        Phrases<Name> phrases = new Phrases<>(UnaryOperator.identity());
        for (Region region : taxonomy.regions()) {
            region.names().forEach((nameLanguage, names) -> {
                if (nameLanguage.equals(language)
                        || nameLanguage.equals(ENGLISH)
                        || language.equals(Language.UNKNOWN)) {
                    names.stream().distinct().forEach(name -> phrases.add(name, new Name(name, region.id())));
                }
            });
        }
        for (NotPlace notPlace : taxonomy.notPlaces()) {
            phrases.add(notPlace.phrase(), new Name(notPlace.phrase(), null));
        }
        return phrases;
    }
}
