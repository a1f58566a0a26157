// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.migrationnewswire.broker.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries made to hurt: each is a problem, quickly, or an answer, and never a defect. */
@Tag("broker")
@QuarkusTest
@QuarkusTestResource(value = KnownWire.class, restrictToAnnotatedClass = true)
class HostileQueriesTest {
    private static final long QUICK_MS = Duration.ofSeconds(5).toMillis();

    @BeforeEach
    void ready() {
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    static Stream<String> refused() {
        return Stream.of(
                IntStream.range(0, 100).mapToObj(i -> "w" + i).collect(Collectors.joining(" OR ")),
                IntStream.range(0, 450).mapToObj(i -> "a").collect(Collectors.joining(" ")),
                "*boat",
                "?oat",
                "b*",
                "text:*",
                "/b.*/",
                "(".repeat(400) + "a" + ")".repeat(400),
                "(".repeat(30),
                "a".repeat(1_001),
                "\"unended",
                "boat AND",
                "boat^",
                "boat~~~",
                "[a TO b]",
                "published:[x TO y]",
                "colour:red",
                "\\",
                ":",
                "AND OR NOT");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatAsksTooMuchOrNothingIsRefusedByName(String q) {
        given().queryParam("q", q)
                .get("/items")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo("q"));
        assertThat(given().queryParam("q", q).get("/items").time()).isLessThan(QUICK_MS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202Eboat",
                "bo\u0301at",
                "\uD83D\uDEA2",
                "\u0000",
                "ﷺ",
                "İstanbul",
                "𝔅𝔬𝔞𝔱",
                "the of and",
                "...",
                "a-b_c.d@e",
                "boat~2",
                "\"boat with\"~1000",
                "boat^1000",
                "bo*t",
                "-boat",
                "NOT boat",
                "\"\"",
                "*:*"
            })
    void oddWordsHaveAnAnswerOrAProblem(String q) {
        assertThat(given().queryParam("q", q).get("/items").statusCode()).isIn(200, 400);
    }

    @Test
    void aMegabyteOfQueryIsRefusedAtTheDoor() {
        int status =
                given().queryParam("q", "a".repeat(1_000_000)).get("/items").statusCode();

        assertThat(status).isIn(413, 414, 431, 400);
    }
}
