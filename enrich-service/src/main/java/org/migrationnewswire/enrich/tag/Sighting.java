// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.migrationnewswire.enrich.places.Place;
import org.migrationnewswire.enrich.text.Words;

/**
 * A name as it stands in a field, and all that it may stand for.
 *
 * @param field where
 * @param first index of its first word
 * @param end index after its last word
 * @param places at least one
 */
record Sighting(FieldWords field, int first, int end, List<Place> places) {
    private static final Pattern DASH = Pattern.compile("\\s?[—–:(-]|, ");

    String text() {
        return field.words().between(first, end);
    }

    /** The word before, when nothing but a space or a full stop and a space is between; else empty. */
    String before() {
        if (first == 0) {
            return "";
        }
        String gap = gap(first - 1);
        return gap.equals(" ") || gap.equals(". ") ? word(first - 1) : "";
    }

    /** The word after, when nothing but a space is between; else empty. */
    String after() {
        return end < field.words().size() && gap(end - 1).equals(" ") ? word(end) : "";
    }

    /** The word after a comma; empty when there is none. */
    String afterComma() {
        return end < field.words().size() && gap(end - 1).equals(", ") ? word(end) : "";
    }

    /** Whether a text begins with it as papers begin: "BEIRUT:", "CROMWELL —". */
    boolean isDateline() {
        String text = text();
        return end < field.words().size()
                && text.equals(text.toUpperCase(Locale.ROOT))
                && DASH.matcher(gap(end - 1)).lookingAt();
    }

    boolean isCity() {
        return places.stream().allMatch(Place::isCity);
    }

    private String gap(int word) {
        List<Words.Word> words = field.words().list();
        return field.words()
                .text()
                .substring(words.get(word).end(), words.get(word + 1).start());
    }

    private String word(int index) {
        return field.words().between(index, index + 1);
    }
}
