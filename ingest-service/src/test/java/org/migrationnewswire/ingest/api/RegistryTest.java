// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.migrationnewswire.broker.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Feeds as people find, list, change and remove them, and as a hub tells of them; a real publisher on loopback. */
@QuarkusTest
@Tag("broker")
@QuarkusTestResource(value = HubResource.class, restrictToAnnotatedClass = true)
class RegistryTest {
    @Test
    void aPageIsLookedThroughForItsFeeds() {
        given().contentType(ContentType.JSON)
                .body(Map.of("url", HubResource.address + "/page"))
                .post("/feeds/discover")
                .then()
                .statusCode(200)
                .body("feeds", hasSize(1))
                .body("feeds[0].url", equalTo(HubResource.address + "/feed"))
                .body("feeds[0].latest[0].title", equalTo("About a"));
    }

    @Test
    void aPageThatIsRegisteredStandsForTheFeedItLinksTo() {
        String feed = register("/page?as=feed");

        await().untilAsserted(() -> given().get(feed)
                .then()
                .body("state.health.status", equalTo("ok"))
                .body("state.place.url", equalTo(HubResource.address + "/feed")));
    }

    @Test
    void aFeedIsPausedRenamedAndRemoved() {
        String feed = register("/feed?to=change");
        await().untilAsserted(() -> given().get(feed).then().body("state.polled", equalTo(true)));

        given().contentType(ContentType.JSON)
                .body(Map.of("enabled", false, "title", "Renamed", "interval", "PT30M"))
                .patch(feed)
                .then()
                .statusCode(200)
                .body("feed.title", equalTo("Renamed"));
        await().untilAsserted(() -> given().get(feed).then().body("feed.enabled", equalTo(false)));

        given().delete(feed + "?items=burn").then().statusCode(400).body("parameter", equalTo("items"));
        given().delete(feed + "?items=withdraw").then().statusCode(202);
        await().untilAsserted(() -> given().get(feed).then().statusCode(404));
    }

    @Test
    void aDecisionThatIsNoneIsRefused() {
        String feed = register("/feed?to=decide");

        await().untilAsserted(() -> given().get(feed).then().statusCode(200));
        given().contentType(ContentType.JSON)
                .body(Map.of("entries", "perhaps"))
                .post(feed + "/entries")
                .then()
                .statusCode(400)
                .body("detail", containsString("neither"));
        given().contentType(ContentType.JSON)
                .body(Map.of("entries", "new"))
                .post(feed + "/entries")
                .then()
                .statusCode(202);
    }

    @Test
    void aListComesInWithItsFoldersAndGoesOutAgain() {
        String list = "<opml version='2.0'><body><outline text='EU'><outline text='Courts'>"
                + "<outline type='rss' text='One' xmlUrl='" + HubResource.address + "/feed?opml=1'/>"
                + "<outline type='rss' text='Bad' xmlUrl='no address'/></outline></outline></body></opml>";

        given().contentType("text/x-opml")
                .body(list.getBytes(UTF_8))
                .post("/feeds.opml")
                .then()
                .statusCode(200)
                .body("added", hasSize(1))
                .body("warnings", hasItem(containsString("no address")));

        await().untilAsserted(() -> {
            String out =
                    given().get("/feeds.opml").then().statusCode(200).extract().asString();
            assertThat(out)
                    .contains(
                            "<outline text=\"EU\"><outline text=\"Courts\">",
                            "xmlUrl=\"" + HubResource.address + "/feed?opml=1\"");
        });
        given().contentType("text/x-opml")
                .body("<opml><body>".getBytes(UTF_8))
                .post("/feeds.opml")
                .then()
                .statusCode(400);
    }

    @Test
    void aFeedThatIsSignedInToIsForReadersWithAKeyAndItsSecretIsNeverTold() {
        given().contentType(ContentType.JSON)
                .body("{\"url\":\"" + HubResource.address + "/feed?auth=1\","
                        + "\"auth\":{\"scheme\":\"bearer\",\"secret\":\"mine\"}}")
                .post("/feeds")
                .then()
                .statusCode(201)
                .body("feed.rights.audience", equalTo("restricted"))
                .body("feed.auth.secret", equalTo("mine"));
    }

    @Test
    void aHubIsAskedVerifiesAndTells() throws Exception {
        String feed = register("/feed");
        Map<String, String> form = asked();
        String path = form.get("hub.callback").replace("https://wire.example", "");

        assertThat(form)
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", HubResource.address + "/feed");
        assertThat(form.get("hub.secret")).hasSize(64);
        verify(path, "https://other.example/feed").statusCode(404);
        verify(path, form.get("hub.topic")).statusCode(200).body(equalTo("c-h-a"));
        await().untilAsserted(() -> given().get(feed).then().body("state.push.until", notNullValue()));

        push(path, "sha256=00", "forged").statusCode(202);
        push(path, "sha256=" + signature(form.get("hub.secret"), HubResource.document("b")), "b")
                .statusCode(202);

        await().untilAsserted(() -> given().get(feed)
                .then()
                .body("state.push.works", equalTo(true))
                .body("state.lastPolls[0].published", equalTo(1)));
        given().get(feed).then().body("state.lastPolls", hasSize(2));
    }

    private static ValidatableResponse verify(String path, String topic) {
        return given().queryParam("hub.mode", "subscribe")
                .queryParam("hub.topic", topic)
                .queryParam("hub.challenge", "c-h-a")
                .queryParam("hub.lease_seconds", "3600")
                .get(path)
                .then();
    }

    private static ValidatableResponse push(String path, String signature, String guid) {
        return given().header("X-Hub-Signature", signature)
                .contentType("application/rss+xml")
                .body(HubResource.document(guid).getBytes(UTF_8))
                .post(path)
                .then();
    }

    private static String signature(String key, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    }

    /** What the hub was asked for the feed as it stands, with no query: the others have a topic of their own. */
    private static Map<String, String> asked() throws InterruptedException {
        while (true) {
            String form = HubResource.ASKED.poll(20, TimeUnit.SECONDS);
            assertThat(form).as("nobody asked the hub").isNotNull();
            Map<String, String> fields = Arrays.stream(form.split("&"))
                    .map(f -> f.split("=", 2))
                    .collect(Collectors.toMap(f -> f[0], f -> f[1]));
            if (given().get("/feeds/" + fields.get("hub.callback").replaceAll(".*/", ""))
                    .path("feed.url")
                    .equals(HubResource.address + "/feed")) {
                return fields;
            }
        }
    }

    private static String register(String path) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("url", HubResource.address + path))
                .post("/feeds")
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceAll("^https?://[^/]*", "");
    }
}
