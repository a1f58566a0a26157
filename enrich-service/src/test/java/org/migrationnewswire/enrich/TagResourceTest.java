// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.migrationnewswire.broker.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.migrationnewswire.broker.testing.TestBroker;

@Tag("broker")
@QuarkusTest
@QuarkusTestResource(TagResourceTest.Broker.class)
class TagResourceTest {
    @BeforeEach
    void ready() {
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void aTextIsTagged() {
        given().contentType(ContentType.JSON)
                .body("{\"id\":\"7\",\"title\":\"Malta\",\"text\":\"Border guards\",\"language\":\"en\"}")
                .post("/tag")
                .then()
                .statusCode(200)
                .body("id", equalTo("7"))
                .body("regions.id", hasItem("MT"))
                .body("regions[0].evidence[0].field", equalTo("title"))
                .body("themes.id", hasItem("border-management"));
    }

    @Test
    void whatHasNoTextIsAProblemOfText() {
        given().contentType(ContentType.JSON)
                .body("{\"title\":\"x\"}")
                .post("/tag")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("text"))
                .body("detail", containsString("missing"));
        given().contentType(ContentType.JSON)
                .body("{\"text\":\"" + "x".repeat(500_001) + "\"}")
                .post("/tag")
                .then()
                .statusCode(400)
                .body("detail", containsString("500000"));
    }

    /** A broker for as long as the application runs. */
    public static final class Broker implements QuarkusTestResourceLifecycleManager {
        private TestBroker broker;

        @Override
        public Map<String, String> start() {
            try {
                Path folder = Files.createTempDirectory(Path.of("target"), "broker");
                broker = TestBroker.start(folder.resolve("kafka"));
                return Map.of(
                        "newswire.kafka.bootstrap-servers", broker.bootstrapServers(),
                        "newswire.enrich.state-folder",
                                folder.resolve("streams").toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void stop() {
            broker.close();
        }
    }
}
