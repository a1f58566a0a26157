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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person takes out is gone: from the API within seconds, from the broker's disk when it has compacted. */
@Tag("crash")
class ErasureTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String WORDS = "Border guards of Nepal meet, report 3";
    private static final Map<String, String> COMPACTED_AT_ONCE = Map.of(
            "newswire.kafka.partitions", "1",
            "newswire.kafka.topic.\"segment.ms\"", "200",
            "newswire.kafka.topic.\"min.cleanable.dirty.ratio\"", "0.01",
            "newswire.kafka.topic.\"min.compaction.lag.ms\"", "0",
            "newswire.kafka.topic.\"max.compaction.lag.ms\"", "500",
            "newswire.kafka.client.\"compression.type\"", "none");
    private static final Map<String, String> CLEANED_OFTEN = Map.of(
            "log.cleaner.backoff.ms", "200",
            "log.segment.delete.delay.ms", "100",
            "log.initial.task.delay.ms", "100");

    @Test
    void noByteOfAnErasedItemIsLeftInTheLogAndItNeverComesAgain(@TempDir Path folder) throws Exception {
        try (Publisher publisher = new Publisher();
                Installation installation = new Installation(
                        ROOT,
                        folder,
                        Map.of(
                                "newswire.ingest.feeds", publisher.url(),
                                "newswire.ingest.min-interval", "PT0.5S",
                                "newswire.ingest.max-interval", "PT0.5S",
                                "newswire.ingest.host-pause", "PT0S",
                                "newswire.ingest.allowed-networks", "127.0.0.0/8"),
                        COMPACTED_AT_ONCE,
                        CLEANED_OFTEN)) {
            publisher.publish(5);
            installation.start();
            patiently().until(() -> titles(installation).size() == 5);
            assertThat(filesWith(folder.resolve("kafka"))).isNotEmpty();

            assertThat(erase(installation, idOf(installation, WORDS))).isEqualTo(202);

            patiently().until(() -> !titles(installation).contains(WORDS));
            // The document still has the item, and each edit of another one closes a segment of the log.
            patiently().untilAsserted(() -> {
                publisher.edit(0);
                assertThat(filesWith(folder.resolve("kafka"))).isEmpty();
            });
            assertThat(titles(installation)).hasSize(4).doesNotContain(WORDS);
        }
    }

    private static int erase(Installation installation, String id) throws IOException, InterruptedException {
        URI item = URI.create(installation.address(Part.STORE) + "/items/" + id + "?reason=asked");
        HttpRequest request = HttpRequest.newBuilder(item).DELETE().build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static List<String> titles(Installation installation) throws IOException, InterruptedException {
        List<String> titles = new ArrayList<>();
        items(installation).forEach(item -> titles.add(item.get("title").asText()));
        return titles;
    }

    private static String idOf(Installation installation, String title) throws IOException, InterruptedException {
        for (JsonNode item : items(installation)) {
            if (item.get("title").asText().equals(title)) {
                return item.get("id").asText();
            }
        }
        throw new IllegalStateException("no item " + title);
    }

    private static JsonNode items(Installation installation) throws IOException, InterruptedException {
        URI items = URI.create(installation.address(Part.STORE) + "/items?limit=200");
        HttpResponse<String> response =
                HTTP.send(HttpRequest.newBuilder(items).build(), HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper().readTree(response.body()).get("items");
    }

    /** Files of the broker that hold the item's words or its guid. */
    private static List<Path> filesWith(Path kafka) throws IOException {
        try (Stream<Path> files = Files.walk(kafka)) {
            return files.filter(f -> f.toString().endsWith(".log"))
                    .filter(ErasureTest::holdsIt)
                    .toList();
        }
    }

    private static boolean holdsIt(Path file) {
        try {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            return bytes.contains(WORDS) || bytes.contains("2026:3\"");
        } catch (IOException e) {
            return true; // being compacted: look again
        }
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions();
    }
}
