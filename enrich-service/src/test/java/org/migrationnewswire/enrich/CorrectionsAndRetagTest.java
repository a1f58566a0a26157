// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.migrationnewswire.broker.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationnewswire.contracts.AuditEvent;
import org.migrationnewswire.contracts.Ids;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.CommittedLog;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.enrich.topology.TestItems;

@Tag("broker")
@QuarkusTest
@QuarkusTestResource(TagResourceTest.Broker.class)
class CorrectionsAndRetagTest {
    private final KafkaConnection kafka =
            KafkaConnection.to(ConfigProvider.getConfig().getValue("newswire.kafka.bootstrap-servers", String.class));

    @BeforeEach
    void ready() {
        await().until(() -> given().get("/q/health/ready").statusCode() == 200
                && given().get("/retag").statusCode() == 200);
    }

    @Test
    void aCorrectionIsInTheTaggedItemAndCanBeUndone() {
        String id = publish("one", "Border guards of Malta");

        correct(id, "add", "region", "IT").statusCode(201).body("changes[0].by", equalTo("desk"));
        await().untilAsserted(() -> assertThat(regions(id)).containsExactly(List.of("MT"), List.of("IT", "MT")));
        given().delete("/corrections/" + id + "/1?by=chief").then().statusCode(200);

        await().untilAsserted(() ->
                assertThat(regions(id)).containsExactly(List.of("MT"), List.of("IT", "MT"), List.of("MT")));
        given().get("/corrections/" + id).then().body("changes[0].undone.by", equalTo("chief"));
    }

    @Test
    void eachWriteIsInTheAuditOnceAndWhatChangesNothingIsNot() {
        String id = Ids.hash("audited");

        correct(id, "add", "region", "MT").statusCode(201);
        correct(id, "add", "region", "ZZ").statusCode(400);
        given().delete("/corrections/" + id + "/1?by=chief&reason=too far")
                .then()
                .statusCode(200);
        given().delete("/corrections/" + id + "/1?by=chief").then().statusCode(200);
        given().delete("/corrections/" + id + "/2?by=chief").then().statusCode(404);

        assertThat(audit(id))
                .extracting(AuditEvent::by, AuditEvent::action, AuditEvent::status, AuditEvent::reason)
                .containsExactly(
                        tuple("desk", "POST /corrections", 201, null),
                        tuple("chief", "DELETE /corrections/" + id + "/1", 200, "too far"));
    }

    @Test
    void correctionsAreReadAPageAtATime() {
        for (int i = 0; i < 5; i++) {
            correct(Ids.hash("page" + i), "add", "region", "MT").statusCode(201);
        }
        List<String> all = given().get("/corrections?limit=200").path("corrections.itemId");

        List<String> paged = new ArrayList<>();
        String after = "";
        while (after != null) {
            ValidatableResponse page =
                    given().get("/corrections?limit=2" + after).then().statusCode(200);
            List<String> ids = page.extract().path("corrections.itemId");
            assertThat(ids).hasSizeLessThanOrEqualTo(2);
            paged.addAll(ids);
            String next = page.extract().path("next");
            after = next == null ? null : "&after=" + next;
        }

        assertThat(paged).hasSizeGreaterThanOrEqualTo(5).isEqualTo(all).isSorted();
    }

    @ParameterizedTest
    @CsvSource({"limit, 0", "limit, 201", "limit, many", "limit, -1", "after, x", "item, x"})
    void aPageThatCannotBeIsRefused(String parameter, String value) {
        given().get("/corrections?" + parameter + "=" + value)
                .then()
                .statusCode(400)
                .body("parameter", equalTo(parameter));
    }

    @Test
    void ofManyWhoCorrectOneItemAtOnceNoneIsLost() {
        String id = Ids.hash("many");
        List<CompletableFuture<Void>> all = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(() -> correct(
                                id,
                                "add",
                                "region",
                                List.of("IT", "MT", "LY", "TN").get(i % 4))
                        .statusCode(201)))
                .toList();
        all.forEach(CompletableFuture::join);

        given().get("/corrections?item=" + id)
                .then()
                .body("corrections", hasSize(1))
                .body("corrections[0].changes.n", equalTo(List.of(1, 2, 3, 4, 5, 6, 7, 8)));
    }

    @ParameterizedTest
    @CsvSource({
        "itemId, x, add, region, MT, desk",
        "action, okokokokokokokokokokokokok, eat, region, MT, desk",
        "dimension, okokokokokokokokokokokokok, add, colour, MT, desk",
        "tag, okokokokokokokokokokokokok, add, region, ZZ, desk",
        "by, okokokokokokokokokokokokok, add, region, MT, ",
        "action, okokokokokokokokokokokokok, primary, kind, news, desk",
    })
    void whatIsWrongIsNamed(String wrong, String id, String action, String dimension, String tag, String by) {
        post("/corrections", body(id, action, dimension, tag, by))
                .statusCode(400)
                .body("parameter", equalTo(wrong));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String id = Ids.hash("nobody");

        given().get("/corrections/" + id).then().statusCode(404);
        given().delete("/corrections/" + id + "/1?by=x").then().statusCode(404);
        given().delete("/corrections/" + id + "/zero?by=x")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("n"));
        given().get("/retag/none").then().statusCode(404).body("detail", containsString("none"));
        post("/retag", "{\"dryRun\":\"perhaps\"}").statusCode(400);
    }

    @Test
    void aRunCountsEachItemOnceAndOneRunsAtATime() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            ids.add(publish("run" + i, "Border guards of Malta, report " + i));
        }
        await().untilAsserted(() -> assertThat(regions(ids.getLast())).hasSize(1));
        long before = records();

        String run = post("/retag", "{\"reason\":\"to see\"}")
                .statusCode(202)
                .extract()
                .path("id");
        post("/retag", "{}").statusCode(409).body("detail", containsString(run));

        await().untilAsserted(() -> given().get("/retag/" + run).then().body("status", equalTo("done")));
        int seen = given().get("/retag/" + run).path("outcome.seen");
        int stale = given().get("/retag/" + run).path("outcome.stale");
        assertThat(seen).isGreaterThanOrEqualTo(300);
        assertThat(seen + stale).isEqualTo(items());
        given().get("/retag/" + run).then().body("outcome.changed", equalTo(0)).body("reason", equalTo("to see"));
        assertThat(records()).isEqualTo(before);
    }

    private String publish(String name, String title) {
        Item item = TestItems.item(Ids.hash(name), 1, title);
        try (Producer<String, byte[]> producer = kafka.producer("test")) {
            producer.send(new ProducerRecord<>(Topic.ITEMS.topicName(), item.id(), Json.write(item)));
        }
        return item.id();
    }

    private List<List<String>> regions(String id) {
        List<List<String>> regions = new ArrayList<>();
        read(Topic.TAGGED_ITEMS, value -> {
            TaggedItem item = Json.read(value, TaggedItem.class);
            if (item.item().id().equals(id)) {
                regions.add(item.tags().regions().stream()
                        .map(org.migrationnewswire.contracts.Tag::id)
                        .toList());
            }
        });
        return regions;
    }

    private List<AuditEvent> audit(String subject) {
        List<AuditEvent> events = new ArrayList<>();
        read(Topic.AUDIT, value -> events.add(Json.read(value, AuditEvent.class)));
        return events.stream().filter(event -> event.subject().equals(subject)).toList();
    }

    private long records() {
        List<byte[]> all = new ArrayList<>();
        read(Topic.TAGGED_ITEMS, all::add);
        return all.size();
    }

    private int items() {
        List<byte[]> all = new ArrayList<>();
        read(Topic.ITEMS, all::add);
        return all.size();
    }

    private void read(Topic topic, java.util.function.Consumer<byte[]> each) {
        try (Consumer<String, byte[]> consumer = kafka.consumer("test", Map.of())) {
            CommittedLog.readToEnd(
                    consumer, CommittedLog.partitions(consumer, topic), record -> each.accept(record.value()));
        }
    }

    private static ValidatableResponse correct(String id, String action, String dimension, String tag) {
        return post("/corrections", body(id, action, dimension, tag, "desk"));
    }

    private static ValidatableResponse post(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }

    private static String body(String id, String action, String dimension, String tag, String by) {
        return new String(
                Json.write(Map.of(
                        "itemId",
                        id,
                        "action",
                        action,
                        "dimension",
                        dimension,
                        "tag",
                        tag,
                        "by",
                        by == null ? "" : by)),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
