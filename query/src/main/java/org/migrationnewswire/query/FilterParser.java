// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.query;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.query.Filter.Term;
import org.migrationnewswire.query.Filter.Terms;

/**
 * Reads filters from query parameters. Repeated parameters are "or", different ones "and"; a leading {@code -} excludes;
 * {@code region.all=AF,TR} wants all; {@code ;primary} and {@code ;min=0.6} want the item to be about it.
 */
public final class FilterParser {
    /** The parameters that make a filter, without the {@code .all} forms. */
    public static final Set<String> PARAMETERS =
            Set.of("q", "region", "theme", "feed", "language", "kind", "membersOf", "since", "until", "zone");

    private static final String ALL = ".all";
    private static final int MAX_VALUES = 100;
    private static final int MAX_VALUE = 200;
    private static final int MAX_Q = 1_000;

    private final Vocabulary vocabulary;
    private final Clock clock;

    /**
     * A parser.
     *
     * @param vocabulary which ids there are
     * @param clock what spans such as {@code 7d} are counted back from
     */
    public FilterParser(Vocabulary vocabulary, Clock clock) {
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    /**
     * The filter that the parameters mean.
     *
     * @param parameters all that were given
     * @param others names that mean something else and are passed over
     * @throws FilterException when one can't be understood, or is neither a filter's nor one of the others
     */
    public Filter parse(Map<String, List<String>> parameters, Set<String> others) {
        parameters.keySet().forEach(name -> checkName(name, others));
        Map<Dimension, Terms> terms = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            Terms of = terms(dimension, parameters);
            if (!of.equals(Terms.NONE)) {
                terms.put(dimension, of);
            }
        }
        ZoneId zone = Times.zone(single(parameters, "zone"));
        return new Filter(
                q(single(parameters, "q")),
                terms,
                membersOf(values(parameters, "membersOf")),
                Times.parse("since", single(parameters, "since"), zone, clock),
                Times.parse("until", single(parameters, "until"), zone, clock));
    }

    private static void checkName(String name, Set<String> others) {
        boolean all = name.endsWith(ALL) && Dimension.of(name.substring(0, name.length() - ALL.length())) != null;
        if (!all && !PARAMETERS.contains(name) && !others.contains(name)) {
            Set<String> known = new TreeSet<>(PARAMETERS);
            known.addAll(others);
            throw new FilterException(
                    name, null, "There is no parameter '" + clip(name) + "', only " + String.join(", ", known) + ".");
        }
    }

    private Terms terms(Dimension dimension, Map<String, List<String>> parameters) {
        String name = dimension.parameter();
        List<Term> any = new ArrayList<>();
        List<Term> none = new ArrayList<>();
        for (String value : values(parameters, name)) {
            boolean excluded = value.startsWith("-");
            Term term = term(dimension, name, excluded ? value.substring(1) : value);
            (excluded ? none : any).add(term);
        }
        List<Term> all = new ArrayList<>();
        for (String value : values(parameters, name + ALL)) {
            all.add(term(dimension, name + ALL, value));
        }
        return new Terms(any, all, none);
    }

    private Term term(Dimension dimension, String parameter, String value) {
        String[] parts = value.split(";", -1);
        String id = parts[0].strip();
        boolean primary = false;
        int min = 0;
        for (int i = 1; i < parts.length; i++) {
            String option = parts[i].strip();
            int position = value.indexOf(parts[i], parts[0].length());
            if (!dimension.isTag()) {
                throw new FilterException(parameter, position, "Only region and theme take ';primary' and ';min='.");
            }
            if (option.equals("primary")) {
                primary = true;
            } else if (option.startsWith("min=")) {
                min = tenths(parameter, position, option.substring("min=".length()));
            } else {
                throw new FilterException(
                        parameter, position, "'" + clip(option) + "' is neither 'primary' nor 'min=' with 0.1 to 0.9.");
            }
        }
        check(dimension, parameter, id);
        return new Term(id, primary, min);
    }

    private void check(Dimension dimension, String parameter, String id) {
        if (id.isEmpty()) {
            throw new FilterException(parameter, 0, "The value is empty.");
        }
        if (!vocabulary.knows(dimension, id)) {
            throw new FilterException(
                    parameter,
                    0,
                    "There is no " + dimension.parameter() + " '" + clip(id) + "': GET /taxonomy has them all.");
        }
    }

    /** Scores are indexed by tenths, so tenths are what can be asked for. */
    private static int tenths(String parameter, int position, String text) {
        if (text.matches("0\\.[1-9]")) {
            return text.charAt(2) - '0';
        }
        throw new FilterException(parameter, position, "'min=' takes 0.1 to 0.9 in tenths, not '" + clip(text) + "'.");
    }

    private List<String> membersOf(List<String> values) {
        values.forEach(value -> {
            if (!vocabulary.knows(Dimension.REGION, value)
                    || vocabulary.members(value).isEmpty()) {
                throw new FilterException(
                        "membersOf", 0, "'" + clip(value) + "' is no region or dialogue that has members.");
            }
        });
        return values;
    }

    private static @Nullable String q(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > MAX_Q) {
            throw new FilterException("q", MAX_Q, "The query is longer than " + MAX_Q + " characters.");
        }
        return value.strip();
    }

    private static @Nullable String single(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new FilterException(
                    name, null, "'" + name + "' is given " + values.size() + " times, once is all it takes.");
        }
        return values.isEmpty() || values.getFirst().isBlank()
                ? null
                : values.getFirst().strip();
    }

    /** All values of a parameter, those divided by commas too; empty ones, as a form sends them, are passed over. */
    private static List<String> values(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        if (values.size() > MAX_VALUES) {
            throw new FilterException(name, null, "'" + name + "' has more than " + MAX_VALUES + " values.");
        }
        values.forEach(value -> {
            if (value.length() > MAX_VALUE) {
                throw new FilterException(
                        name, MAX_VALUE, "A value of '" + name + "' is longer than " + MAX_VALUE + " characters.");
            }
        });
        return values;
    }

    static String clip(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
