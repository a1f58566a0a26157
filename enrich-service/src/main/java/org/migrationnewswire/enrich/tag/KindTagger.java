// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.contracts.Taxonomy.Kind;
import org.migrationnewswire.enrich.text.Phrases;
import org.migrationnewswire.enrich.text.Words;

/**
 * The kind of an item: by how its title begins, else by the publisher's categories, else by words of the title, else
 * news. Neither items nor feeds carry a default kind; a feed of one kind says so in its categories.
 */
final class KindTagger {
    private static final String DEFAULT = "news";
    private static final Pattern SPACE_BEFORE_COLON = Pattern.compile("[\\s\\p{Z}]+(?=[:：])");

    private final List<Kind> kinds;
    private final Phrases<Integer> triggers = new Phrases<>(word -> word);

    KindTagger(Taxonomy taxonomy) {
        this.kinds = taxonomy.kinds();
        for (int i = 0; i < kinds.size(); i++) {
            for (String trigger : kinds.get(i).triggers()) {
                triggers.add(trigger, i);
            }
        }
    }

    String kind(TagInput input) {
        String title = plain(input.title());
        return kinds.stream()
                .filter(kind -> kind.titlePrefixes().stream().anyMatch(prefix -> title.startsWith(plain(prefix))))
                .findFirst()
                .or(() -> kinds.stream()
                        .filter(kind -> input.categories().stream().anyMatch(category -> names(kind, category)))
                        .findFirst())
                .or(() -> byTrigger(input.title()))
                .map(Kind::id)
                .orElse(DEFAULT);
    }

    private Optional<Kind> byTrigger(String title) {
        return triggers.in(Words.of(title)).stream()
                .map(Phrases.Match::value)
                .min(Comparator.naturalOrder())
                .map(kinds::get);
    }

    /** A category such as "Press releases" for the label "Press release". */
    private static boolean names(Kind kind, String category) {
        String plain = plain(category);
        String label = plain(kind.label());
        return plain.equals(label)
                || plain.equals(label + "s")
                || kind.triggers().stream().anyMatch(trigger -> plain.equals(plain(trigger)))
                || kind.titlePrefixes().stream().anyMatch(prefix -> (plain + ":").equals(plain(prefix)));
    }

    private static String plain(String text) {
        return SPACE_BEFORE_COLON.matcher(text.strip()).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
