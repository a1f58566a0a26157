// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationnewswire.contracts.EventType;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.CommittedLog;
import org.migrationnewswire.contracts.kafka.EventHeaders;

/** Enrich is killed with SIGKILL in the middle of a correction or a re-tagging: counts are exact, nothing is twice. */
@Tag("crash")
class RetagCrashTest {
    private static final int ITEMS = 300;
    private static final int ITEMS_ON_PERU = ITEMS / 5;
    private static final String NEXT_VERSION = "2999.1.1";
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> STEPS = List.of(
            "enrich.retag.sent",
            "enrich.retag.requested",
            "enrich.retag.received",
            "enrich.retag.counted",
            "enrich.retag.told");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Publisher publisher;
    private static Installation installation;

    @BeforeAll
    static void start() throws IOException {
        copyTaxonomy();
        publisher = new Publisher();
        publisher.publish(ITEMS);
        installation = new Installation(
                ROOT,
                folder,
                Map.of(
                        "newswire.ingest.feeds", publisher.url(),
                        "newswire.ingest.host-pause", "PT0S",
                        "newswire.ingest.allowed-networks", "127.0.0.0/8"),
                Map.of("newswire.enrich.taxonomy-folder", taxonomy().toString()),
                Map.of());
        List.of(Part.BROKER, Part.INGEST, Part.ENRICH).forEach(installation::start); // nobody asks the store
        patiently().until(() -> keys(record -> true).size() == ITEMS);
    }

    @AfterAll
    static void end() {
        installation.close();
        publisher.close();
    }

    @Test
    void aRunThatIsKilledAtEveryStepGoesOnAndCountsEachItemOnce() {
        patiently().until(() -> get("/retag").statusCode() == 200);
        installation.holdAt(STEPS.getFirst());
        String id = patiently().until(RetagCrashTest::begin, run -> !run.isEmpty());

        for (String step : STEPS) {
            patiently().until(() -> installation.isHeldAt(step));
            installation.kill(Part.ENRICH);
            installation.release(step);
            STEPS.stream().skip(STEPS.indexOf(step) + 1L).limit(1).forEach(installation::holdAt);
            installation.start(Part.ENRICH);
        }

        patiently().untilAsserted(() -> {
            JsonNode run = JSON.readTree(get("/retag/" + id).body());
            assertThat(run.at("/status").asText()).isEqualTo("done");
            assertThat(run.at("/outcome/seen").asInt()).isEqualTo(ITEMS);
            assertThat(run.at("/outcome/stale").asInt()).isZero();
            assertThat(run.at("/outcome/changed").asInt()).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"enrich.correction.received", "enrich.correction.applied"})
    void aCorrectedItemIsGivenOutAgainOnce(String step) throws Exception {
        patiently().until(() -> get("/corrections").statusCode() == 200);
        String item = items().get(step.endsWith("applied") ? 1 : 0);
        installation.holdAt(step);
        String body = JSON.writeValueAsString(
                Map.of("itemId", item, "action", "add", "dimension", "region", "tag", "MT", "by", "desk"));
        assertThat(post("/corrections", body).statusCode()).isEqualTo(201);
        patiently().until(() -> installation.isHeldAt(step));

        dieAndRise(step);

        patiently()
                .until(() -> keys(record -> id(record).contains("/correction/")).contains(item));
        assertThat(keys(record -> id(record).contains("/correction/"))).containsOnlyOnce(item);
    }

    @Test
    void aNewTaxonomyTagsTheHistoryAgainThoughItDiesInTheMiddle() throws Exception {
        installation.kill(Part.ENRICH);
        installation.holdAt("enrich.retag.requested");
        raiseTaxonomy();
        installation.start(Part.ENRICH);
        patiently().until(() -> installation.isHeldAt("enrich.retag.requested"));
        patiently().until(() -> !retagged().isEmpty()); // some are tagged again, the others not yet asked for
        installation.holdAt("enrich.retag.counted");
        installation.release("enrich.retag.requested");
        patiently().until(() -> installation.isHeldAt("enrich.retag.counted"));
        assertThat(retagged()).hasSizeLessThan(ITEMS_ON_PERU);

        dieAndRise("enrich.retag.counted");

        patiently().untilAsserted(() -> {
            JsonNode run = automatic();
            assertThat(run.at("/status").asText()).isEqualTo("done");
            assertThat(run.at("/outcome/seen").asInt()).isEqualTo(ITEMS);
            assertThat(run.at("/outcome/stale").asInt()).isZero();
            assertThat(run.at("/outcome/changed").asInt()).isEqualTo(ITEMS_ON_PERU);
            assertThat(run.at("/outcome/differences/region~1PE/lost").asInt()).isEqualTo(ITEMS_ON_PERU);
        });
        assertThat(retagged()).hasSize(ITEMS_ON_PERU).doesNotHaveDuplicates();
    }

    private static void dieAndRise(String step) {
        installation.kill(Part.ENRICH);
        installation.release(step);
        installation.start(Part.ENRICH);
    }

    private static String begin() throws Exception {
        HttpResponse<String> answer = post("/retag", "{}");
        return answer.statusCode() == 202
                ? JSON.readTree(answer.body()).get("id").asText()
                : "";
    }

    private static JsonNode automatic() throws Exception {
        for (JsonNode run : JSON.readTree(get("/retag").body()).get("retags")) {
            if (run.path("reason").asText().equals("a new taxonomy")) {
                return run;
            }
        }
        throw new AssertionError("no run of the new taxonomy");
    }

    private static Path taxonomy() {
        return folder.resolve("taxonomy");
    }

    private static void copyTaxonomy() throws IOException {
        Files.createDirectory(taxonomy());
        try (Stream<Path> files = Files.list(ROOT.resolve("enrich-service/src/main/resources/taxonomy"))) {
            for (Path file : files.toList()) {
                Files.copy(file, taxonomy().resolve(file.getFileName()));
            }
        }
    }

    /** A newer one, to which "Border guards of Peru" speaks of no place. */
    private static void raiseTaxonomy() throws IOException {
        Files.writeString(
                taxonomy().resolve("not-places.yaml"), "\n- {phrase: guards of Peru}\n", StandardOpenOption.APPEND);
        Files.writeString(taxonomy().resolve("taxonomy.yaml"), "version: " + NEXT_VERSION + "\n");
    }

    private static List<String> items() {
        return keys(record -> true).stream().distinct().sorted().toList();
    }

    /** What the new taxonomy has tagged again. */
    private static List<String> retagged() {
        return keys(record -> EventHeaders.type(record.headers()) == EventType.RETAGGED
                && id(record).contains("/" + NEXT_VERSION + "/retag/"));
    }

    private static String id(ConsumerRecord<String, byte[]> record) {
        return String.valueOf(EventHeaders.text(record.headers(), "ce_id"));
    }

    /** The keys of those of the tagged items' records. */
    private static List<String> keys(Predicate<ConsumerRecord<String, byte[]>> which) {
        List<String> keys = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = installation.kafka().consumer("retag-reading", Map.of())) {
            CommittedLog.readToEnd(consumer, CommittedLog.partitions(consumer, Topic.TAGGED_ITEMS), record -> {
                if (which.test(record)) {
                    keys.add(record.key());
                }
            });
        }
        return keys;
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(request(path).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        return HTTP.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(installation.address(Part.ENRICH) + path))
                .timeout(Duration.ofSeconds(20));
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions();
    }
}
