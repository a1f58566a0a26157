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
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationnewswire.contracts.Topic;

/**
 * Whoever is killed with SIGKILL, at whichever step of whoever's work: each revision is in the log of items once, in
 * the log of tagged items once, and each item once in the store.
 */
@Tag("crash")
class CrashTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> STEPS_OF_A_START = Set.of("ingest.partition.claimed", "ingest.state.restored");
    private static final List<String> STEPS = List.of(
            "ingest.partition.claimed",
            "ingest.state.restored",
            "ingest.poll.fetched",
            "ingest.transaction.begun",
            "ingest.records.sent",
            "ingest.offsets.sent",
            "ingest.transaction.committed",
            "enrich.item.received",
            "enrich.item.tagged",
            "enrich.item.forwarded",
            "enrich.output.acknowledged",
            "store.record.received",
            "store.record.indexed",
            "store.commit.prepared",
            "store.commit.done");

    @TempDir
    static Path folder;

    private static Publisher publisher;
    private static Installation installation;

    @BeforeAll
    static void start() {
        publisher = new Publisher();
        publisher.publish(5);
        installation = new Installation(
                ROOT,
                folder,
                Map.of(
                        "newswire.ingest.feeds", publisher.url(),
                        "newswire.ingest.min-interval", "PT0.5S",
                        "newswire.ingest.max-interval", "PT0.5S",
                        "newswire.ingest.host-pause", "PT0S",
                        "newswire.ingest.instance-id", "harness",
                        "newswire.ingest.allowed-networks", "127.0.0.0/8"));
        installation.start();
        patiently().untilAsserted(CrashTest::everythingIsThereOnce);
    }

    @AfterAll
    static void end() {
        installation.close();
        publisher.close();
    }

    static Stream<Arguments> deaths() {
        return STEPS.stream()
                .flatMap(step -> Stream.of(Arguments.of(ownerOf(step), step), Arguments.of(Part.BROKER, step)));
    }

    @ParameterizedTest(name = "{0} dies at {1}")
    @MethodSource("deaths")
    void nothingIsLostOrDoubledWhen(Part victim, String step) {
        if (STEPS_OF_A_START.contains(step)) {
            installation.kill(Part.INGEST);
            installation.holdAt(step);
            installation.start(Part.INGEST);
        } else {
            installation.holdAt(step);
        }
        publisher.publish(2);
        publisher.edit(0);
        patiently().until(() -> installation.isHeldAt(step));

        installation.kill(victim);
        installation.release(step);
        installation.start(victim);

        patiently().untilAsserted(CrashTest::everythingIsThereOnce);
        stillAfterTwoMorePolls();
    }

    @Test
    void nothingIsLostOrDoubledWhenEverythingDiesAtOnce() {
        publisher.publish(2);
        publisher.edit(1);

        for (Part part : Part.values()) {
            installation.kill(part);
        }
        installation.start();

        patiently().untilAsserted(CrashTest::everythingIsThereOnce);
        stillAfterTwoMorePolls();
    }

    private static void stillAfterTwoMorePolls() {
        int polls = publisher.polls();
        patiently().until(() -> publisher.polls() >= polls + 2);
        patiently().untilAsserted(CrashTest::everythingIsThereOnce);
    }

    private static void everythingIsThereOnce() throws Exception {
        Map<String, List<String>> published = publisher.history();
        assertThat(LogReading.of(installation.kafka(), Topic.ITEMS)).isEqualTo(published);
        assertThat(LogReading.of(installation.kafka(), Topic.TAGGED_ITEMS)).isEqualTo(published);
        assertThat(LogReading.deadLetters(installation.kafka())).isZero();
        Map<String, List<String>> latest = new LinkedHashMap<>();
        published.forEach((guid, titles) -> latest.put(guid, List.of(titles.getLast())));
        assertThat(stored()).isEqualTo(latest);
    }

    private static Map<String, List<String>> stored() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(installation.address(Part.STORE) + "/items?limit=200"))
                .timeout(Duration.ofSeconds(5))
                .build();
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        Map<String, List<String>> titles = new LinkedHashMap<>();
        for (JsonNode item : JSON.readTree(response.body()).get("items")) {
            titles.computeIfAbsent(item.get("guid").asText(), guid -> new ArrayList<>())
                    .add(item.get("title").asText());
        }
        return titles;
    }

    private static Part ownerOf(String step) {
        return Stream.of(Part.values())
                .filter(part -> step.startsWith(part.folder() + "."))
                .findFirst()
                .orElseThrow();
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions();
    }
}
