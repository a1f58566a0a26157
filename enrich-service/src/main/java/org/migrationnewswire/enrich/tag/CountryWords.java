// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.migrationnewswire.enrich.places.Gazetteer;

/**
 * Where a text that names no country is from, by words that hardly another country's news use: "sheriff", "barangay".
 * Two different ones are needed, and none of another country.
 *
 * @param country ISO 3166-1 alpha-2
 * @param mentions the words
 */
record CountryWords(String country, Mentions mentions) {
    private static final int LEAST = 2;
    private static final double COUNTS = 0.2;

    static Optional<CountryWords> in(List<FieldWords> fields, Gazetteer gazetteer) {
        Map<String, Mentions> mentions = new HashMap<>();
        Set<String> distinct = new HashSet<>();
        for (FieldWords field : fields) {
            for (int i = 0; i < field.words().size(); i++) {
                String word = field.words().list().get(i).folded();
                String country = gazetteer.countryOfWord(word);
                if (country != null) {
                    distinct.add(word);
                    mentions.computeIfAbsent(country, c -> new Mentions()).add(field, i, i + 1, COUNTS);
                }
            }
        }
        return mentions.size() == 1 && distinct.size() >= LEAST
                ? mentions.entrySet().stream()
                        .map(only -> new CountryWords(only.getKey(), only.getValue()))
                        .findFirst()
                : Optional.empty();
    }
}
