// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.migrationnewswire.enrich.places.Gazetteer;
import org.migrationnewswire.enrich.places.Place;
import org.migrationnewswire.enrich.text.Words;

/** How English news names the United States by their parts: "Portland, Ore.", "Springfield, OH", "Putnam County". */
final class StateSigns {
    private static final String UNITED_STATES = "US";
    private static final Set<String> PARTS = Set.of("County", "Parish", "Counties");

    private final Gazetteer gazetteer;

    StateSigns(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    List<Sighting> in(FieldWords field) {
        List<Sighting> found = new ArrayList<>();
        for (int i = 1; i < field.words().size(); i++) {
            String word = field.words().between(i, i + 1);
            if (PARTS.contains(word)
                    && isUpper(field, i - 1)
                    && gap(field, i - 1).equals(" ")) {
                found.add(sighting(field, i - 1, i + 1));
            } else if (gazetteer.isStateCode(word) && isState(field, i, word)) {
                found.add(sighting(field, i, i + 1));
            }
        }
        return found;
    }

    private static boolean isState(FieldWords field, int at, String word) {
        boolean afterComma = gap(field, at - 1).equals(", ") && isUpper(field, at - 1);
        boolean post = Character.isUpperCase(word.codePointAt(word.length() - 1));
        int after = field.words().list().get(at).end();
        String text = field.words().text();
        return afterComma && (post || (after < text.length() && text.charAt(after) == '.'));
    }

    private static Sighting sighting(FieldWords field, int first, int end) {
        String written = field.words().between(first, end);
        return new Sighting(field, first, end, List.of(Place.named(written, UNITED_STATES, "en")));
    }

    private static String gap(FieldWords field, int word) {
        List<Words.Word> words = field.words().list();
        return field.words()
                .text()
                .substring(words.get(word).end(), words.get(word + 1).start());
    }

    private static boolean isUpper(FieldWords field, int word) {
        return Character.isUpperCase(field.words().between(word, word + 1).codePointAt(0));
    }
}
