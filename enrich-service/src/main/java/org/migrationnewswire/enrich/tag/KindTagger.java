// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import java.util.List;
import java.util.Locale;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.contracts.Taxonomy.Kind;

/** The kind of an item by how its title begins, by words in it, or by the publisher's categories. */
final class KindTagger {
    private static final String DEFAULT = "news";

    private final List<Kind> kinds;

    KindTagger(Taxonomy taxonomy) {
        this.kinds = taxonomy.kinds();
    }

    String kind(TagInput input) {
        String title = input.title().toLowerCase(Locale.ROOT);
        return kinds.stream()
                .filter(kind -> kind.titlePrefixes().stream()
                        .anyMatch(prefix -> title.startsWith(prefix.toLowerCase(Locale.ROOT))))
                .findFirst()
                .or(() -> kinds.stream()
                        .filter(kind -> isTriggered(kind, title, input.categories()))
                        .findFirst())
                .map(Kind::id)
                .orElse(DEFAULT);
    }

    private static boolean isTriggered(Kind kind, String title, List<String> categories) {
        return kind.triggers().stream().anyMatch(trigger -> (" " + title.replaceAll("[^\\p{L}\\p{N}-]+", " ") + " ")
                        .contains(" " + trigger + " "))
                || categories.stream().anyMatch(category -> kind.label().equalsIgnoreCase(category.strip()));
    }
}
