// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What is made of folded words before they are compared, by language: a plural's singular, roughly, and an Arabic word
 * without its article and particles. The same is done to phrases and texts, so that roughly is enough.
 */
public final class WordForms {
    private static final int LEAST_LETTERS = 3;
    private static final List<String> ARABIC_PARTICLES =
            List.of("وبال", "وكال", "فال", "وال", "بال", "كال", "ولل", "لل", "ال", "وب", "ول", "و", "ف", "ب", "ل", "ك");

    private WordForms() {}

    /** Of a word of that language, BCP 47. */
    public static UnaryOperator<String> of(String language) {
        return switch (language) {
            case "it" -> WordForms::italian;
            case "es", "pt" -> WordForms::iberian;
            case "en", "fr", "mul" -> WordForms::singular;
            default -> word -> word;
        };
    }

    /** The same word without the particles that Arabic writes in one with it. */
    public static List<String> withoutParticles(String word) {
        if (word.isEmpty() || Character.UnicodeScript.of(word.codePointAt(0)) != Character.UnicodeScript.ARABIC) {
            return List.of();
        }
        List<String> others = new ArrayList<>(2);
        for (String particle : ARABIC_PARTICLES) {
            if (word.length() >= particle.length() + LEAST_LETTERS && word.startsWith(particle)) {
                others.add(word.substring(particle.length()));
            }
        }
        return others;
    }

    /** One letter for those that keyboards of several languages write as several. */
    static String letters(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            if (folded.charAt(i) >= 0x80) {
                return folded.replace('ı', 'i')
                        .replace('ی', 'ي')
                        .replace('ى', 'ي')
                        .replace('ک', 'ك')
                        .replace("ـ", "");
            }
        }
        return folded;
    }

    private static String singular(String word) {
        int length = word.length();
        if (length > 4 && word.endsWith("ies")) {
            return word.substring(0, length - 3) + "y";
        }
        return length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, length - 1) : word;
    }

    private static String iberian(String word) {
        int length = word.length();
        if (length > 5 && (word.endsWith("oes") || word.endsWith("aes"))) {
            return word.substring(0, length - 3) + "ao";
        }
        if (length > 5 && (word.endsWith("ones") || word.endsWith("ores") || word.endsWith("ales"))) {
            return word.substring(0, length - 2);
        }
        if (length > 5 && word.endsWith("ais")) {
            return word.substring(0, length - 2) + "l";
        }
        return singular(word);
    }

    private static String italian(String word) {
        int end = word.length();
        while (end > 4 && "aeio".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }
}
