// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.places;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Cities, and words that keep a name from being one. Read once from the service's own files. */
public final class Gazetteer {
    private final List<Place> cities = new ArrayList<>();
    private final Set<String> givenNames = new HashSet<>();
    private final Set<String> titles = new HashSet<>();
    private final Map<String, String> countryWords = new HashMap<>();
    private final Set<String> stateCodes = new HashSet<>();

    private Gazetteer() {}

    /** What comes with the service. */
    public static Gazetteer own() {
        Gazetteer gazetteer = new Gazetteer();
        Set<String> words = new HashSet<>();
        lines("words-not-cities.txt", line -> words.addAll(List.of(line.split(" "))));
        lines("given-names.txt", line -> gazetteer.givenNames.addAll(List.of(line.split(" "))));
        lines("titles.txt", line -> gazetteer.titles.addAll(List.of(line.split(" "))));
        lines("us-state-codes.txt", line -> gazetteer.stateCodes.addAll(List.of(line.split(" "))));
        lines("words-of-a-country.tsv", line -> {
            String[] cells = line.split("\t");
            List.of(cells[1].split(" ")).forEach(word -> gazetteer.countryWords.put(word, cells[0]));
        });
        lines("cities.tsv", line -> {
            String[] cells = line.split("\t");
            if (!words.contains(cells[0])) {
                gazetteer.cities.add(new Place(cells[0], cells[1], "en", Integer.parseInt(cells[3])));
            }
        });
        return gazetteer;
    }

    /** Cities of GeoNames. */
    public List<Place> cities() {
        return cities;
    }

    /** Whether people are called so: "Jordan". */
    public boolean isGivenName(String word) {
        return givenNames.contains(word);
    }

    /** The country in which alone a word is much used, by its folded form; null for most words. */
    public @Nullable String countryOfWord(String folded) {
        return countryWords.get(folded);
    }

    /** Whether a person's name follows it: "Mrs". */
    public boolean isTitle(String word) {
        return titles.contains(word);
    }

    /** Whether it is short for a state of the United States, after a place and a comma: "Miss". */
    public boolean isStateCode(String word) {
        return stateCodes.contains(word);
    }

    private static void lines(String name, Consumer<String> each) {
        InputStream in = Gazetteer.class.getResourceAsStream("/places/" + name);
        if (in == null) {
            throw new IllegalStateException("places/" + name + ": the file is missing");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
