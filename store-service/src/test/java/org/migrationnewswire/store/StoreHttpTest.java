// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.migrationnewswire.broker.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationnewswire.broker.testing.TestBroker;
import org.migrationnewswire.contracts.Command;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.CommittedLog;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.contracts.kafka.TopicCatalogue;

/** The API and the page over HTTP, on 25 items of which one is hostile. */
@Tag("broker")
@QuarkusTest
@QuarkusTestResource(value = StoreHttpTest.Log.class, restrictToAnnotatedClass = true)
class StoreHttpTest {
    private static final String HOSTILE = "<script>alert(1)</script> & \"quotes\"";

    @BeforeEach
    void ready() {
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void itemsComeNewestFirstAndPagesFollowEachOtherWhileItemsComeIn() {
        List<String> seen = new ArrayList<>();
        JsonPath page =
                given().get("/items?limit=10").then().statusCode(200).extract().jsonPath();
        seen.addAll(page.getList("items.id"));
        Log.send(Items.item("later", 1, "Later", "Kenya", Items.DAY.plusSeconds(99_999)));
        await().until(() -> given().get("/items/later").statusCode() == 200);
        while (page.getString("next") != null) {
            page = given().get("/items?limit=10&after=" + page.getString("next"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id"));
        }

        assertThat(seen)
                .hasSize(25)
                .doesNotHaveDuplicates()
                .doesNotContain("later")
                .startsWith("i24")
                .endsWith("i0");
        Log.send(Items.withdrawn(Items.item("later", 1, "Later")));
        await().until(() -> given().get("/items/later").statusCode() == 404);
    }

    @Test
    void anItemIsWhatTheLogHas() {
        given().get("/items/i3")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("title", equalTo("Title 3"), "regions[0].evidence[0].text", equalTo("Malta"));
    }

    @Test
    void facetsCountByTheFilterWithoutTheirOwnDimension() {
        given().get("/items?limit=1&region=MT&facets=region,kind,feed")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("total.relation", equalTo("eq"))
                .body("facets.region[0].id", equalTo("MT"))
                .body("facets.kind[0].label", equalTo("News"))
                .body("facets.feed[0].label", equalTo("The Feed"));
        given().get("/facets?region=-MT")
                .then()
                .statusCode(200)
                .body("total.value", equalTo(0))
                .body("items", nullValue());
    }

    @Test
    void theNextPageIsALinkToo() {
        given().get("/items?limit=2").then().header("Link", containsString("rel=\"next\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour=red|colour",
                "region=ZZ|region",
                "limit=0|limit",
                "limit=201|limit",
                "limit=many|limit",
                "sort=size|sort",
                "after=xyz|after",
                "facets=size|facets",
                "q=(|q",
                "since=never|since",
                "limit=1&limit=2|limit",
            })
    void whatCantBeUnderstoodIsAProblemThatNamesTheParameter(String query, String parameter) {
        given().urlEncodingEnabled(false)
                .get("/items?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo(parameter));
    }

    @Test
    void anItemThatIsNotThereIsAProblem() {
        given().get("/items/none").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void theTaxonomyInForceIsThere() {
        given().get("/taxonomy").then().statusCode(200).body("version", equalTo("none"));
    }

    @Test
    void thePageShowsItemsWithTheirWordsAndEscapesWhatIsHostile() {
        String page = given().get("/?limit=50")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString();

        assertThat(page)
                .contains(
                        "Title 3",
                        "<mark class=\"region\">Malta</mark>",
                        "The Feed",
                        "&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script", "javascript:");
    }

    @Test
    void thePageSaysWhatItCantUnderstandAndWhenNothingMatches() {
        given().get("/?region=ZZ")
                .then()
                .statusCode(400)
                .contentType("text/html")
                .body(containsString("ZZ"));
        given().get("/?q=nosuchword").then().statusCode(200).body(containsString("Nothing matches"));
        given().get("/?q=%3Cscript%3Ex").then().body(not(containsString("<script")));
    }

    @Test
    void anItemIsTakenOutByTheOwnerOfItsFeedAndForAReason() {
        given().delete("/items/i1").then().statusCode(400).body("parameter", equalTo("reason"));
        given().delete("/items/none?reason=x").then().statusCode(404);
        given().queryParam("reason", "asked for").delete("/items/i1").then().statusCode(202);

        try (Consumer<String, byte[]> consumer = Log.connection.consumer("test", Map.of())) {
            List<Command> commands = new ArrayList<>();
            CommittedLog.readToEnd(
                    consumer,
                    CommittedLog.partitions(consumer, Topic.COMMANDS),
                    record -> commands.add(Json.read(record.value(), Command.class)));
            assertThat(commands).singleElement().satisfies(command -> {
                assertThat(command.type()).isEqualTo(Command.Type.ERASE_ITEM);
                assertThat(command.subject()).isEqualTo("i1");
                assertThat(command.reason()).isEqualTo("asked for");
            });
        }
    }

    /** A broker with a log of items. */
    public static final class Log implements QuarkusTestResourceLifecycleManager {
        private static KafkaConnection connection;
        private TestBroker broker;

        @Override
        public Map<String, String> start() {
            try {
                Path folder = Files.createTempDirectory(Path.of("target"), "store");
                broker = TestBroker.start(folder.resolve("kafka"));
                connection = KafkaConnection.to(broker.bootstrapServers());
                try (Admin admin = connection.admin("test")) {
                    TopicCatalogue.forOneBroker().ensure(admin);
                }
                fill();
                return Map.of(
                        "newswire.kafka.bootstrap-servers", broker.bootstrapServers(),
                        "newswire.store.index-folder", folder.resolve("index").toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void fill() {
            Taxonomy.Region malta =
                    new Taxonomy.Region("MT", Taxonomy.Type.COUNTRY, "Malta", Map.of(), List.of(), true, null, null);
            Taxonomy taxonomy = new Taxonomy(
                    "none",
                    "d",
                    List.of(malta),
                    List.of(),
                    List.of(new Taxonomy.Kind("news", "News", List.of(), List.of())),
                    List.of());
            try (Producer<String, byte[]> producer = connection.producer("test")) {
                producer.send(new ProducerRecord<>(Topic.TAXONOMIES.topicName(), "none", Json.write(taxonomy)));
            }
            for (int i = 0; i < 24; i++) {
                send(Items.item("i" + i, 1, "Title " + i, "Malta.", Items.DAY.plusSeconds(i)));
            }
            send(Items.item("i24", 1, HOSTILE, HOSTILE + " in Malta.", Items.DAY.plusSeconds(24)));
        }

        static void send(TaggedItem item) {
            try (Producer<String, byte[]> producer = connection.producer("test")) {
                producer.send(new ProducerRecord<>(
                        Topic.TAGGED_ITEMS.topicName(), item.item().id(), Json.write(item)));
            }
        }

        @Override
        public void stop() {
            broker.close();
        }
    }
}
