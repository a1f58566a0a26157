// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The language of an item.
 *
 * @param tag BCP 47 without region, or {@code und}
 * @param confidence 0 to 1
 */
record Language(String tag, double confidence) {
    static final String UNKNOWN = "und";

    private static final double DECLARED = 0.5;
    private static final double OVERRULES = 0.7;
    private static final double LEAST_SHARE = 0.6;
    private static final int LOOK_AT = 2_000;
    private static final Map<Character.UnicodeScript, String> BY_SCRIPT = Map.of(
            Character.UnicodeScript.GREEK, "el",
            Character.UnicodeScript.BENGALI, "bn",
            Character.UnicodeScript.GEORGIAN, "ka",
            Character.UnicodeScript.ARMENIAN, "hy",
            Character.UnicodeScript.HEBREW, "he",
            Character.UnicodeScript.HANGUL, "ko",
            Character.UnicodeScript.THAI, "th");

    /** The declared language unless the text speaks against it; what the text tells when nothing is declared. */
    static Language of(@Nullable String declared, List<FieldWords> words, List<TagInput.Field> fields) {
        String language = declared == null
                ? ""
                : Locale.forLanguageTag(declared.strip().replace('_', '-')).getLanguage();
        boolean isDeclared = !language.isEmpty() && !language.equals(UNKNOWN);
        Language told = FunctionWords.OWN.tell(words);
        if (told.tag().equals(UNKNOWN)) {
            told = byScript(fields);
        }
        if (!isDeclared || told.tag().equals(language)) {
            return told;
        }
        boolean against = told.confidence() >= OVERRULES && !FunctionWords.areClose(language, told.tag());
        return against ? told : new Language(language, DECLARED);
    }

    private static Language byScript(List<TagInput.Field> fields) {
        Map<Character.UnicodeScript, Integer> counts = new EnumMap<>(Character.UnicodeScript.class);
        int letters = 0;
        for (TagInput.Field field : fields) {
            int[] points = field.text()
                    .codePoints()
                    .limit(LOOK_AT)
                    .filter(Character::isLetter)
                    .toArray();
            letters += points.length;
            for (int point : points) {
                counts.merge(Character.UnicodeScript.of(point), 1, Integer::sum);
            }
        }
        for (Map.Entry<Character.UnicodeScript, Integer> count : counts.entrySet()) {
            double share = (double) count.getValue() / letters;
            String language = BY_SCRIPT.get(count.getKey());
            if (language != null && share >= LEAST_SHARE) {
                return new Language(language, Math.round(share * 100) / 100.0);
            }
        }
        return new Language(UNKNOWN, 0);
    }
}
