// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.search;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.query.Dimension;
import org.migrationnewswire.query.Filter;
import org.migrationnewswire.query.FilterParser;
import org.migrationnewswire.query.Vocabulary;
import org.migrationnewswire.runtime.http.ProblemException;

/**
 * What was asked.
 *
 * @param filter which items
 * @param order in which order
 * @param limit how many, 1 to 200
 * @param after behind which place; null for the beginning
 * @param facets which dimensions are counted
 */
public record SearchRequest(
        Filter filter, Order order, int limit, @Nullable Cursor after, List<Dimension> facets) {
    /** Items on a page when nobody says otherwise. */
    public static final int DEFAULT_LIMIT = 20;

    private static final int MAX_LIMIT = 200;
    private static final Set<String> OTHERS = Set.of("sort", "limit", "after", "facets");

    /** Orders of items. */
    public enum Order {
        NEWEST,
        OLDEST,
        RELEVANCE
    }

    /**
     * What these query parameters ask.
     *
     * @throws org.migrationnewswire.query.FilterException when the filter can't be understood
     * @throws ProblemException when another parameter can't be
     */
    public static SearchRequest of(Map<String, List<String>> parameters, Vocabulary vocabulary, Clock clock) {
        Filter filter = new FilterParser(vocabulary, clock).parse(parameters, OTHERS);
        Order order = order(single(parameters, "sort"));
        String after = single(parameters, "after");
        return new SearchRequest(
                filter,
                order,
                limit(single(parameters, "limit")),
                after == null ? null : Cursor.read(after, order),
                facets(parameters.getOrDefault("facets", List.of())));
    }

    private static Order order(@Nullable String text) {
        if (text == null) {
            return Order.NEWEST;
        }
        try {
            return Order.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("sort", 0, "'sort' is newest, oldest or relevance.");
        }
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (text.matches("\\d{1,4}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MAX_LIMIT) {
            return Integer.parseInt(text);
        }
        throw ProblemException.badRequest("limit", 0, "'limit' is a number from 1 to " + MAX_LIMIT + ".");
    }

    private static List<Dimension> facets(List<String> values) {
        List<Dimension> facets = new ArrayList<>();
        values.stream()
                .flatMap(v -> Arrays.stream(v.split(",")))
                .map(String::strip)
                .forEach(name -> {
                    Dimension dimension = Dimension.of(name);
                    if (dimension == null) {
                        throw ProblemException.badRequest(
                                "facets",
                                0,
                                "'facets' takes region, theme, feed, language and kind, divided by commas.");
                    }
                    facets.add(dimension);
                });
        return facets.stream().distinct().toList();
    }

    private static @Nullable String single(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw ProblemException.badRequest(name, null, "'" + name + "' is given more than once.");
        }
        return values.isEmpty() || values.getFirst().isBlank()
                ? null
                : values.getFirst().strip();
    }
}
