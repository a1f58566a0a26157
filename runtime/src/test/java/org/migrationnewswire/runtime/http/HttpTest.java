// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.runtime.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HttpTest {
    @Test
    void jsonIsWrittenAsOnTheWire() {
        given().get("/sample").then().statusCode(200).body(equalTo("{\"at\":\"2026-01-01T00:00:00.000Z\"}"));
    }

    @Test
    void aProblemNamesParameterAndPosition() {
        given().get("/sample?bad=problem")
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("title", equalTo("Bad request"), "status", equalTo(400), "detail", equalTo("bad is bad"))
                .body("parameter", equalTo("bad"), "position", equalTo(3));
    }

    @Test
    void aDefectShowsNothingOfItself() {
        given().get("/sample?bad=defect")
                .then()
                .statusCode(500)
                .contentType(Problem.MEDIA_TYPE)
                .body(not(containsString("secret")), not(containsString("Exception")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'at':            | body  | line 1",
                "{'at':'noon'}     | at    | an instant",
                "{'missing':['a']} | missing | text",
                "{'other':1}       | other | at, missing",
                "[]                | body  | JSON",
                "nonsense          | body  | line 1",
            })
    void aBodyThatIsNotTheJsonWantedIsAProblemThatNamesTheField(String body, String field, String detail) {
        given().contentType("application/json")
                .body(body.replace('\'', '"'))
                .post("/sample")
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("parameter", equalTo(field), "detail", containsString(detail))
                .body("detail", not(containsString("java")), "detail", not(containsString("Sample")));
    }

    @Test
    void whatKafkaDidNotServeIsToBeAskedAgain() {
        given().get("/sample?bad=kafka")
                .then()
                .statusCode(503)
                .contentType(Problem.MEDIA_TYPE)
                .header("Retry-After", "5")
                .body("status", equalTo(503), "detail", containsString("again"))
                .body(not(containsString("secret")));
    }

    @Test
    void aPathThatIsNotThereIsAProblem() {
        given().get("/sample/nothing").then().statusCode(404).contentType(Problem.MEDIA_TYPE);
        given().delete("/sample").then().statusCode(405).contentType(Problem.MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sample", "/q/health", "/nothing"})
    void theDoorHangsBeforeEveryRoute(String path) {
        given().header("Host", "evil.example")
                .get(path)
                .then()
                .statusCode(403)
                .contentType(Problem.MEDIA_TYPE)
                .body("detail", containsString("evil.example"));
    }

    @Test
    void aForeignPageMayNotWrite() {
        given().header("Origin", "http://evil.example")
                .contentType("application/json")
                .body("{}")
                .post("/sample")
                .then()
                .statusCode(403);
    }
}
