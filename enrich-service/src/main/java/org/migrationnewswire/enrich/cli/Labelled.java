// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A text with the tags that a careful reader gave it.
 *
 * @param id of the text
 * @param corpus that it is of; empty when none is named
 * @param title null when it has none
 * @param text may be empty when there is a title
 * @param countries ISO 3166-1 alpha-2
 * @param focus the countries that it may be said to be about; empty when nobody said
 * @param themes null when nobody said
 * @param language BCP 47; null when nobody said
 * @param kind null when nobody said
 */
record Labelled(
        String id,
        String corpus,
        @Nullable String title,
        String text,
        Set<String> countries,
        Set<String> focus,
        @Nullable Set<String> themes,
        @Nullable String language,
        @Nullable String kind) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException when it is no such line; the message says what is wrong
     */
    static Labelled read(String line) {
        JsonNode node;
        try {
            node = MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the line is not JSON");
        }
        if (!node.isObject()) {
            throw new IllegalArgumentException("the line is no JSON object");
        }
        String title = text(node, "title");
        String text = text(node, "text");
        if (title == null && text == null) {
            throw new IllegalArgumentException("there is neither 'text' nor 'title'");
        }
        return new Labelled(
                node.path("id").asText(""),
                node.path("corpus").asText(""),
                title,
                text == null ? "" : text,
                countries(node, "countries"),
                node.has("focus") ? countries(node, "focus") : Set.of(),
                node.has("themes") ? list(node, "themes") : null,
                text(node, "language"),
                text(node, "kind"));
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new IllegalArgumentException("'" + field + "' is no text");
        }
        return value.asText();
    }

    private static Set<String> countries(JsonNode node, String field) {
        Set<String> countries = list(node, field);
        for (String country : countries) {
            if (!country.matches("[A-Z]{2}")) {
                throw new IllegalArgumentException("'" + field + "' holds '" + country + "', which is no code as 'MD'");
            }
        }
        return countries;
    }

    private static Set<String> list(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isArray()) {
            throw new IllegalArgumentException("'" + field + "' is missing or no list");
        }
        List<String> texts = new ArrayList<>();
        value.forEach(element -> texts.add(element.asText()));
        return new TreeSet<>(texts);
    }
}
