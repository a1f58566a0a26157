// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.places;

import java.util.Locale;
import org.migrationnewswire.enrich.text.Words;

/**
 * How a name must stand in a text: "turkey" is a bird, "us" a word.
 *
 * @param letters of the name, without what is between its words
 * @param rule what is asked
 */
record Shape(String letters, Rule rule) {
    private static final int MUST_STAND_JUST_SO = 3;

    private enum Rule {
        ANY,
        UPPER_FIRST,
        JUST_SO
    }

    static Shape of(String written) {
        Words words = Words.of(written);
        String letters = words.joined(0, words.size());
        String upper = letters.toUpperCase(Locale.ROOT);
        boolean caseless = upper.equals(letters.toLowerCase(Locale.ROOT));
        if (caseless || letters.isEmpty()) {
            return new Shape(letters, Rule.ANY);
        }
        if (!written.endsWith("*") && (letters.length() <= MUST_STAND_JUST_SO || upper.equals(letters))) {
            return new Shape(letters, Rule.JUST_SO);
        }
        return new Shape(letters, Character.isUpperCase(letters.codePointAt(0)) ? Rule.UPPER_FIRST : Rule.ANY);
    }

    boolean fits(Words words, int first, int end) {
        return switch (rule) {
            case ANY -> true;
            case UPPER_FIRST ->
                Character.isUpperCase(
                        words.text().codePointAt(words.list().get(first).start()));
            case JUST_SO -> fitsJustSo(words.joined(first, end));
        };
    }

    /** Short names may take endings: "Iraks". Those all in capitals are abbreviations and take none. */
    private boolean fitsJustSo(String joined) {
        boolean capitals = letters.equals(letters.toUpperCase(Locale.ROOT));
        return capitals
                ? joined.equals(letters)
                : joined.startsWith(letters) || joined.equals(letters.toUpperCase(Locale.ROOT));
    }
}
