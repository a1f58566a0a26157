// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A text cut into words. Immutable. */
public final class Words {
    private final String text;
    private final List<Word> words;

    private Words(String text, List<Word> words) {
        this.text = text;
        this.words = words;
    }

    /**
     * A run of letters, digits and marks.
     *
     * @param start UTF-16 code units from the text's start
     * @param end exclusive
     * @param folded lower case, without accents
     */
    public record Word(int start, int end, String folded) {}

    /** Cuts the text. */
    public static Words of(String text) {
        List<Word> words = new ArrayList<>(text.length() / 6 + 1);
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (isPart(c)) {
                int start = i;
                while (i < text.length() && isPart(text.codePointAt(i))) {
                    i += Character.charCount(text.codePointAt(i));
                }
                words.add(new Word(start, i, fold(text.substring(start, i))));
            } else {
                i += Character.charCount(c);
            }
        }
        return new Words(text, words);
    }

    /** The text that was cut. */
    public String text() {
        return text;
    }

    /** Its words in order. */
    public List<Word> list() {
        return words;
    }

    /** How many. */
    public int size() {
        return words.size();
    }

    /** The text from the first word to the last one, exclusive, as it stands there. */
    public String between(int first, int end) {
        return text.substring(words.get(first).start(), words.get(end - 1).end());
    }

    /** The letters and digits of these words as they stand there, without what is between them. */
    public String joined(int first, int end) {
        StringBuilder out = new StringBuilder();
        for (Word word : words.subList(first, end)) {
            out.append(text, word.start(), word.end());
        }
        return out.toString();
    }

    /** Lower case, without accents: what two spellings of a word share. */
    static String fold(String word) {
        if (isAscii(word)) {
            return word.toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(word, Normalizer.Form.NFKD);
        StringBuilder out = new StringBuilder(decomposed.length());
        decomposed
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(out::appendCodePoint);
        return out.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPart(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
