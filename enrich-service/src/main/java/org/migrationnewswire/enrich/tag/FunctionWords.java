// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.migrationnewswire.enrich.text.Words;

/**
 * Tells a text's language by its commonest words. A word that several languages share counts a part for each. Texts
 * with fewer than four such words stay unknown.
 */
final class FunctionWords {
    static final FunctionWords OWN = read();

    private static final int LOOK_AT = 300;
    private static final int LEAST_WORDS = 4;
    private static final double LEAST_LEAD = 1.25;
    private static final List<Set<String>> CLOSE = List.of(
            Set.of("bs", "hr", "sr", "sh", "me", "cnr"),
            Set.of("da", "no", "nb", "nn"),
            Set.of("cs", "sk"),
            Set.of("fa", "prs"),
            Set.of("bg", "mk"));

    private final List<String> languages = new ArrayList<>();
    private final Map<String, int[]> byWord = new HashMap<>();

    private FunctionWords() {}

    /** Whether the one is easily taken for the other, or is another name for it. */
    static boolean areClose(String a, String b) {
        return CLOSE.stream().anyMatch(close -> close.contains(a) && close.contains(b));
    }

    /** The language whose words are the most; unknown when they are few or another's are nearly as many. */
    Language tell(List<FieldWords> fields) {
        double[] scores = new double[languages.size()];
        int seen = 0;
        int known = 0;
        for (FieldWords field : fields) {
            List<Words.Word> words = field.words().list();
            for (int i = 0; i < words.size() && seen < LOOK_AT; i++, seen++) {
                int[] speakers = byWord.get(words.get(i).folded());
                if (speakers != null) {
                    known++;
                    for (int language : speakers) {
                        scores[language] += 1.0 / Math.sqrt(speakers.length);
                    }
                }
            }
        }
        return known < LEAST_WORDS ? new Language(Language.UNKNOWN, 0) : best(scores);
    }

    private Language best(double[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        double second = 0;
        for (int i = 0; i < scores.length; i++) {
            if (i != best && !areClose(languages.get(i), languages.get(best))) {
                second = Math.max(second, scores[i]);
            }
        }
        if (scores[best] < second * LEAST_LEAD) {
            return new Language(Language.UNKNOWN, 0);
        }
        double confidence = scores[best] / (scores[best] + second + 1);
        return new Language(languages.get(best), Math.round(confidence * 100) / 100.0);
    }

    private static FunctionWords read() {
        FunctionWords all = new FunctionWords();
        InputStream in = FunctionWords.class.getResourceAsStream("/language/function-words.tsv");
        if (in == null) {
            throw new IllegalStateException("language/function-words.tsv: the file is missing");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> all.add(line.split("\t")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private void add(String... cells) {
        int language = languages.size();
        languages.add(cells[0]);
        Words.of(cells[1]).list().stream()
                .map(Words.Word::folded)
                .distinct()
                .forEach(word -> byWord.merge(word, new int[] {language}, FunctionWords::with));
    }

    private static int[] with(int[] languages, int... more) {
        int[] all = Arrays.copyOf(languages, languages.length + 1);
        all[languages.length] = more[0];
        return all;
    }
}
