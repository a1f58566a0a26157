// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.migrationnewswire.broker.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("broker")
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
class FeedsResourceTest {
    @BeforeEach
    void ready() {
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void aFeedIsRegisteredListedPolledAndSeenToFail() {
        String url = "http://127.0.0.1:9/feed-" + System.nanoTime();

        String location = given().contentType(ContentType.JSON)
                .body("{\"url\":\"" + url + "\",\"title\":\"Mine\",\"labels\":[\"x\"]}")
                .post("/feeds")
                .then()
                .statusCode(201)
                .body("feed.url", equalTo(url))
                .extract()
                .header("Location");

        await().untilAsserted(() -> given().get(location).then().statusCode(200).body("feed.title", equalTo("Mine")));
        given().get("/feeds").then().statusCode(200).body("feeds.feed.url", hasItem(url));
        given().post(location + "/poll").then().statusCode(202);
        await().untilAsserted(() -> given().get(location)
                .then()
                .body("state.health.status", equalTo("failing"))
                .body("state.health.error.category", equalTo("forbidden-address"))
                .body("state.timing.nextPollAt", notNullValue()));
        given().contentType(ContentType.JSON)
                .body("{\"url\":\"" + url + "\"}")
                .post("/feeds")
                .then()
                .statusCode(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|url|missing",
                "{\"url\":\"\"}|url|missing",
                "{\"url\":\"file:///etc/passwd\"}|url|only from the command line",
                "{\"url\":\"FILE:/etc/passwd\"}|url|only from the command line",
                "{\"url\":\"/etc/passwd\"}|url|no address",
                "{\"url\":\"ftp://x.example/f\"}|url|no address",
                "{\"url\":\"https://x.example/f\",\"interval\":\"PT1S\"}|interval|PT1M",
                "{\"url\":\"https://x.example/f\",\"nonsense\":1}|nonsense|is not known",
            })
    void whatCantBeRegisteredIsAProblemThatNamesTheField(String body, String parameter, String detail) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/feeds")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo(parameter))
                .body("detail", containsString(detail));
    }

    @Test
    void aFeedThatIsNotThereIsAProblem() {
        given().get("/feeds/none").then().statusCode(404).body("detail", containsString("'none'"));
        given().post("/feeds/none/poll").then().statusCode(404);
    }

    @Test
    void aForeignPageMayNotRegister() {
        given().header("Origin", "https://evil.example")
                .contentType(ContentType.JSON)
                .body("{\"url\":\"https://x.example/f\"}")
                .post("/feeds")
                .then()
                .statusCode(403);
    }
}
