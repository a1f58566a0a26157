// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.quality;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Json;

/**
 * A text and what a careful reader says of it.
 *
 * @param id unique in its set
 * @param language BCP 47
 * @param title null when it has none
 * @param text the text
 * @param countries ISO 3166-1 alpha-2, in upper case, that are meant
 * @param themes ids of all that it is about
 * @param kind null when nobody labelled it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LabelledItem(
        String id,
        @Nullable String language,
        @Nullable String title,
        String text,
        List<String> countries,
        List<String> themes,
        @Nullable String kind) {
    public LabelledItem {
        countries = countries == null ? List.of() : List.copyOf(countries);
        themes = themes == null ? List.of() : List.copyOf(themes);
    }

    /** Reads a set, an item a line. */
    public static List<LabelledItem> read(InputStream lines) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(lines, UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> Json.read(line.getBytes(UTF_8), LabelledItem.class))
                    .toList();
        }
    }
}
