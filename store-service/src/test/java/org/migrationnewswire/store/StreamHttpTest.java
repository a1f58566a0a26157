// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.migrationnewswire.broker.testing.Patience.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.KafkaConnection;

/** The stream over HTTP, for who reads on this machine and for who reads in the open. */
@Tag("broker")
@QuarkusTest
@QuarkusTestResource(
        value = KnownWire.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "newswire.store.stream.readers", value = "4"))
class StreamHttpTest {
    private static final Map<String, String> HERE = Map.of();
    /** Somebody for whom a proxy speaks. */
    private static final Map<String, String> OPEN = Map.of("X-Forwarded-For", "203.0.113.9");

    private static final String AT = "2026-05-01T10:00:00Z";
    private static int published;

    private final List<EventStream> streams = new ArrayList<>();
    private Producer<String, byte[]> producer;

    @BeforeEach
    void ready() {
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
        await().until(() -> given().headers(OPEN).get("/items/b").statusCode() == 200);
        producer = KafkaConnection.to(
                        ConfigProvider.getConfig().getValue("newswire.kafka.bootstrap-servers", String.class))
                .producer("test");
    }

    @AfterEach
    void close() {
        streams.forEach(EventStream::close);
        producer.close();
    }

    @Test
    void onThisMachineItemsComeAsTheLogHasThem() {
        EventStream stream = stream("q=boat", HERE);

        String id = publish("closed", "A boat in secret.", "MT");

        await().untilAsserted(() -> assertThat(stream.items()).containsKey(id));
        assertThat(stream.names()).containsExactly("published");
        assertThat(stream.items().get(id).get("contentText").asText()).isEqualTo("A boat in secret.");
        assertThat(stream.items().get(id).get("contentHtml").asText()).contains("A boat in secret.");
    }

    @Test
    void inTheOpenEachItemIsAsItsFeedShowsIt() {
        EventStream here = stream("q=boat", HERE);
        EventStream open = stream("q=boat", OPEN);
        EventStream another = stream("q=boat", OPEN);
        String begun = open.id();

        String extract = publish("extract", KnownWire.BODY, "MT");
        String full = publish("full", "A boat left.", "GB");
        String link = publish("link", "A boat came.", "MT");
        String closed = publish("closed", "A boat in secret.", "MT");
        String unknown = publish("unknown", "A boat of nobody.", "MT");
        await().untilAsserted(() -> assertThat(here.items()).containsOnlyKeys(extract, full, link, closed, unknown));
        String last = publish("full", "A boat at last.", "GB");

        another.close();
        EventStream resumed = stream("q=boat&after=" + begun, OPEN);
        for (EventStream stream : List.of(open, resumed)) {
            await().untilAsserted(() -> assertThat(stream.items()).containsKey(last));
            assertThat(stream.items()).containsOnlyKeys(extract, full, link, last);
            isExtract(stream.items().get(extract));
            assertThat(stream.items().get(full).get("contentHtml").asText()).contains("A boat left.");
            isLink(stream.items().get(link));
            assertThat(stream.text()).doesNotContain("in secret", "of nobody", "A boat came");
        }
    }

    @Test
    void aWithdrawalReachesTheOpenWithoutAWord() {
        EventStream open = stream("region=GB", OPEN);
        String id = publish("closed", "A boat in secret.", "MT");
        withdraw(id);

        await().untilAsserted(() -> assertThat(open.names()).containsExactly("withdrawn"));

        JsonNode withdrawal = open.items().get(id);
        assertThat(withdrawal.fieldNames()).toIterable().containsExactly("id", "revision", "withdrawnAt");
    }

    @Test
    void aFirstFillKeepsToTheSameRights() {
        EventStream here = stream("since=2019-01-01&until=2026-04-30", HERE);
        EventStream open = stream("since=2019-01-01&until=2026-04-30", OPEN);

        await().untilAsserted(() -> assertThat(here.items()).containsOnlyKeys("a", "b", "c", "d", "e", "f", "g"));
        await().untilAsserted(() -> assertThat(open.items()).containsOnlyKeys("a", "b", "c", "e", "g"));

        isExtract(open.items().get("a"));
        isLink(open.items().get("c"));
        assertThat(open.text()).doesNotContain("in secret", "Feed unknown", "Un bateau", "Words nobody needs");
        assertThat(here.items().get("a").get("contentText").asText()).isEqualTo(KnownWire.BODY);
    }

    @Test
    void theLogIsReplayedByTheSameRights() {
        EventStream any = stream("", HERE);
        String[] id = any.id().split("\\.");
        String beginning = id[0] + "." + id[1] + ".0".repeat(id.length - 2);

        EventStream here = stream("until=2026-04-30", Map.of("Last-Event-ID", beginning));
        EventStream open = stream("until=2026-04-30&after=" + beginning, OPEN);

        await().untilAsserted(() -> assertThat(here.items()).containsKeys("a", "b", "c", "d", "e", "f", "g"));
        await().untilAsserted(() -> assertThat(open.items()).containsKeys("a", "b", "c", "e", "g"));
        String last = publishAt("full", "An early boat.", "2026-04-01T00:00:00Z");
        await().untilAsserted(() -> assertThat(open.items()).containsKey(last));
        assertThat(open.items()).doesNotContainKeys("d", "f");
        isExtract(open.items().get("a"));
        assertThat(open.text()).doesNotContain("in secret", "Feed unknown", "Un bateau", "Words nobody needs");
    }

    @ParameterizedTest
    @CsvSource({
        "types=born,types",
        "after=yesterday,after",
        "region=ZZ,region",
        "colour=red,colour",
        "q=(,q",
        "since=never,since",
        "after=2.x.0,after",
    })
    void whatCantBeUnderstoodIsAProblemThatNamesTheParameter(String query, String parameter) {
        given().urlEncodingEnabled(false)
                .get("/stream?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo(parameter));
    }

    @Test
    void anIdThatIsNoneOfOursIsAProblem() {
        given().header("Last-Event-ID", "41")
                .get("/stream")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo("Last-Event-ID"));
    }

    @Test
    void whoIsOneTooManyIsToldToComeLater() {
        for (int i = 0; i < 4; i++) {
            await().untilAsserted(() -> stream("", HERE)); // the readers of another test may still be leaving
        }

        given().get("/stream")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("detail", containsString("Too many"));

        streams.getFirst().close();
        await().untilAsserted(() -> stream("", HERE));
    }

    private static void isExtract(JsonNode item) {
        assertThat(item.get("contentText").asText()).isEqualTo(KnownWire.SECOND);
        assertThat(item.get("summary").asText()).hasSizeLessThanOrEqualTo(300);
        assertThat(item.path("contentHtml").isTextual()).isFalse();
        JsonNode evidence = item.at("/regions/0/evidence/0");
        assertThat(KnownWire.SECOND.substring(
                        evidence.get("start").asInt(), evidence.get("end").asInt()))
                .isEqualTo("Malta");
    }

    private static void isLink(JsonNode item) {
        assertThat(item.get("link").asText()).startsWith("https://link.example/");
        assertThat(item.path("summary").isTextual()).isFalse();
        assertThat(item.path("contentText").isTextual()).isFalse();
        assertThat(item.path("contentHtml").isTextual()).isFalse();
    }

    private EventStream stream(String query, Map<String, String> headers) {
        EventStream stream =
                EventStream.open(URI.create("http://localhost:" + RestAssured.port + "/stream?" + query), headers);
        streams.add(stream);
        return stream;
    }

    private String publish(String feed, String text, String region) {
        String id = "s" + ++published;
        KnownWire.item(producer, id, feed, "en", AT, "News " + id, text, region);
        producer.flush();
        return id;
    }

    private String publishAt(String feed, String text, String at) {
        String id = "s" + ++published;
        KnownWire.item(producer, id, feed, "en", at, "News " + id, text, "MT");
        producer.flush();
        return id;
    }

    private void withdraw(String id) {
        await().until(() -> given().get("/items/" + id).statusCode() == 200);
        TaggedItem item = Json.read(given().get("/items/" + id).asByteArray(), TaggedItem.class);
        producer.send(new ProducerRecord<>(Topic.TAGGED_ITEMS.topicName(), id, Json.write(Items.withdrawn(item))));
        producer.flush();
    }
}
