// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationnewswire.query.Filter.Term;

class FilterParserTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-02T12:00:00Z"), ZoneOffset.UTC);
    private final FilterParser parser = new FilterParser(Vocabulary.of(Samples.TAXONOMY), NOON);

    @Test
    void repeatedValuesAreAlternativesAndAMinusExcludes() {
        Filter.Terms terms = parse("region=MT", "region=JM", "region=-GB").of(Dimension.REGION);

        assertThat(terms.any()).containsExactly(new Term("MT", false, 0), new Term("JM", false, 0));
        assertThat(terms.none()).containsExactly(new Term("GB", false, 0));
    }

    @Test
    void allWantsAllOfThem() {
        assertThat(parse("region.all=MT,JM;primary").of(Dimension.REGION).all())
                .containsExactly(new Term("MT", false, 0), new Term("JM", true, 0));
    }

    @Test
    void primaryAndMinWantTheItemToBeAboutIt() {
        assertThat(parse("theme=visa;primary;min=0.6").of(Dimension.THEME).any())
                .containsExactly(new Term("visa", true, 6));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01, UTC, 2026-11-01T00:00:00Z",
        "2026-11-01, Europe/Vienna, 2026-10-31T23:00:00Z",
        "7d, UTC, 2026-10-26T12:00:00Z",
        "4w, UTC, 2026-10-05T12:00:00Z",
        "90m, UTC, 2026-11-02T10:30:00Z",
        "2026-11-01T10:00:00+02:00, UTC, 2026-11-01T08:00:00Z",
        "2026-11-01T10:00:00 02:00, UTC, 2026-11-01T08:00:00Z",
    })
    void sinceTakesDatesSpansAndInstants(String since, String zone, Instant instant) {
        assertThat(parse("since=" + since, "zone=" + zone).since()).isEqualTo(instant);
    }

    @Test
    void emptyValuesAsAFormSendsThemSayNothing() {
        assertThat(parse("q=", "region=", "since=")).isEqualTo(Filter.ALL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour=red|colour||only",
                "region=ZZ|region|0|'ZZ'",
                "theme=nothing|theme|0|/taxonomy",
                "kind=x|kind|0|'x'",
                "region=MT;main|region|3|neither 'primary'",
                "region=MT;min=2|region|3|0.1 to 0.9",
                "region=MT;min=0.65|region|3|tenths",
                "feed=f;primary|feed|2|Only region and theme",
                "region=;primary|region|0|empty",
                "since=yesterday|since|0|neither a date",
                "until=2026-13-01|until|0|neither a date",
                "zone=Mars|zone|0|time zone",
                "membersOf=MT|membersOf|0|members",
                "membersOf=ZZ|membersOf|0|members",
            })
    void whatCantBeUnderstoodIsNamedWithItsPlace(String parameter, String name, Integer position, String message) {
        assertThatThrownBy(() -> parse(parameter))
                .asInstanceOf(InstanceOfAssertFactories.type(FilterException.class))
                .satisfies(e -> {
                    assertThat(e.parameter()).isEqualTo(name);
                    assertThat(e.position()).isEqualTo(position);
                    assertThat(e).hasMessageContaining(message);
                });
    }

    @Test
    void limitsAreKept() {
        assertThatThrownBy(() -> parse("q=" + "x".repeat(1_001))).hasMessageContaining("1000");
        assertThatThrownBy(() -> parse("feed=" + "x".repeat(201))).hasMessageContaining("200");
        assertThatThrownBy(() -> parse("feed="
                        + String.join(
                                ",",
                                IntStream.range(0, 101)
                                        .mapToObj(Integer::toString)
                                        .toList())))
                .hasMessageContaining("100 values");
        assertThatThrownBy(() -> parse("since=1d", "since=2d")).hasMessageContaining("2 times");
    }

    @Test
    void withoutATaxonomyNoIdIsRefused() {
        Filter filter = new FilterParser(Vocabulary.UNKNOWN, NOON).parse(Map.of("region", List.of("ZZ")), Set.of());

        assertThat(filter.of(Dimension.REGION).any()).hasSize(1);
    }

    private Filter parse(String... parameters) {
        Map<String, List<String>> map = new HashMap<>();
        for (String parameter : parameters) {
            String[] parts = parameter.split("=", 2);
            map.merge(parts[0], List.of(parts[1]), (a, b) -> Stream.concat(a.stream(), b.stream())
                    .toList());
        }
        return parser.parse(map, Set.of("sort"));
    }
}
