// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationnewswire.contracts.EventType;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.CommittedLog;
import org.migrationnewswire.contracts.kafka.EventHeaders;

/** Enrich is killed with SIGKILL in the middle of a correction or a re-tagging: counts are exact, nothing is twice. */
class RetagCrashTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Publisher publisher;
    private static Installation installation;

    @BeforeAll
    static void start() {
        publisher = new Publisher();
        publisher.publish(20);
        installation = new Installation(
                Path.of("..").toAbsolutePath().normalize(),
                folder,
                Map.of(
                        "newswire.ingest.feeds", publisher.url(),
                        "newswire.ingest.host-pause", "PT0S",
                        "newswire.ingest.allowed-networks", "127.0.0.0/8"));
        installation.start();
        patiently().until(() -> keys(null).size() == 20);
    }

    @AfterAll
    static void end() {
        installation.close();
        publisher.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enrich.retag.sent",
                "enrich.retag.requested",
                "enrich.retag.received",
                "enrich.retag.counted",
                "enrich.retag.told",
            })
    void aRunThatIsKilledGoesOnAndCountsEachItemOnce(String step) {
        patiently().until(() -> get("/retag").statusCode() == 200);
        installation.holdAt(step);
        String id = patiently().until(RetagCrashTest::begin, run -> !run.isEmpty());
        patiently().until(() -> installation.isHeldAt(step));

        dieAndRise(step);

        patiently().untilAsserted(() -> {
            JsonNode run = JSON.readTree(get("/retag/" + id).body());
            assertThat(run.at("/status").asText()).isEqualTo("done");
            assertThat(run.at("/outcome/seen").asInt()).isEqualTo(20);
            assertThat(run.at("/outcome/stale").asInt()).isZero();
            assertThat(run.at("/outcome/changed").asInt()).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"enrich.correction.received", "enrich.correction.applied"})
    void aCorrectedItemIsGivenOutAgainOnce(String step) throws Exception {
        patiently().until(() -> get("/corrections").statusCode() == 200);
        String item = keys(null).get(step.endsWith("applied") ? 1 : 0);
        installation.holdAt(step);
        String body = JSON.writeValueAsString(
                Map.of("itemId", item, "action", "add", "dimension", "region", "tag", "MT", "by", "desk"));
        assertThat(post("/corrections", body).statusCode()).isEqualTo(201);
        patiently().until(() -> installation.isHeldAt(step));

        dieAndRise(step);

        patiently().until(() -> keys(EventType.RETAGGED).contains(item));
        assertThat(keys(EventType.RETAGGED)).containsOnlyOnce(item);
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

    /** The keys of the tagged items' records, of that type or all. */
    private static List<String> keys(EventType type) {
        List<String> keys = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = installation.kafka().consumer("retag-reading", Map.of())) {
            CommittedLog.readToEnd(consumer, CommittedLog.partitions(consumer, Topic.TAGGED_ITEMS), record -> {
                if (type == null || EventHeaders.type(record.headers()) == type) {
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
