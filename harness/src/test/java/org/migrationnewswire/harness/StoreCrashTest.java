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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.contracts.Tags;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.TopicCatalogue;

/** The store killed with SIGKILL after a random number of further records, twenty times: each time the index equals the log after it. */
@Tag("crash")
class StoreCrashTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Instant DAY = Instant.parse("2026-11-02T12:00:00Z");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KILLS = 20;
    private static final int ITEMS = 150;
    private static final int MOST_RECORDS = 400;
    private static final Pattern RECEIVED =
            Pattern.compile("newswire_store_records_total\\{[^}]*outcome=\"received\"[^}]*} ([0-9.E]+)");

    @TempDir
    Path folder;

    private final Map<String, String> log = new TreeMap<>();
    private int written;

    @Test
    void theIndexEqualsTheLogWheneverTheStoreIsKilled() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        try (Installation installation = new Installation(ROOT, folder, Map.of())) {
            installation.start(Part.BROKER);
            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> prepared(installation));
            installation.start(Part.STORE);
            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> stored(installation)
                    .isEmpty());
            for (int kill = 0; kill < KILLS; kill++) {
                int records = 1 + random.nextInt(MOST_RECORDS);
                long killedAt = received(installation) + 1 + random.nextInt(records);
                List<ProducerRecord<String, byte[]>> news = news(random, records);
                Thread publisher = Thread.ofPlatform().start(() -> publish(installation, news));
                await().atMost(Duration.ofSeconds(60))
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(2))
                        .until(() -> received(installation) >= killedAt);

                installation.kill(Part.STORE);
                ended(publisher);
                installation.start(Part.STORE);

                await().atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(100))
                        .ignoreExceptions()
                        .untilAsserted(() -> assertThat(stored(installation)).isEqualTo(log));
            }
        }
    }

    private static boolean prepared(Installation installation) {
        try (Admin admin = installation.kafka().admin("test");
                Producer<String, byte[]> producer = installation.kafka().producer("test")) {
            TopicCatalogue.forOneBroker().ensure(admin);
            Taxonomy none = new Taxonomy("none", "d", List.of(), List.of(), List.of(), List.of());
            producer.send(new ProducerRecord<>(Topic.TAXONOMIES.topicName(), "none", Json.write(none)));
            return true;
        }
    }

    private List<ProducerRecord<String, byte[]>> news(Random random, int records) {
        List<ProducerRecord<String, byte[]>> news = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            String id = "item" + random.nextInt(ITEMS);
            TaggedItem tagged = tagged(id, ++written);
            if (random.nextInt(10) == 0) {
                tagged = new TaggedItem(tagged.item().withdrawn(DAY), tagged.tags());
                log.remove(id);
            } else {
                log.put(id, tagged.item().title());
            }
            news.add(new ProducerRecord<>(Topic.TAGGED_ITEMS.topicName(), id, Json.write(tagged)));
        }
        return news;
    }

    /** One record after another is acknowledged, so that the store has some while others are still to come. */
    private static void publish(Installation installation, List<ProducerRecord<String, byte[]>> news) {
        try (Producer<String, byte[]> producer = installation.kafka().producer("test")) {
            for (ProducerRecord<String, byte[]> record : news) {
                producer.send(record);
                producer.flush();
            }
        }
    }

    private static void ended(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the store that runs has read since it started. */
    private static long received(Installation installation) throws IOException, InterruptedException {
        Matcher received = RECEIVED.matcher(get(installation, "/q/metrics").body());
        assertThat(received.find()).isTrue();
        return (long) Double.parseDouble(received.group(1));
    }

    private static HttpResponse<String> get(Installation installation, String path)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(installation.address(Part.STORE) + path))
                .timeout(Duration.ofSeconds(5))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, String> stored(Installation installation) throws IOException, InterruptedException {
        HttpResponse<String> response = get(installation, "/items?limit=200");
        assertThat(response.statusCode()).isEqualTo(200);
        Map<String, String> titles = new TreeMap<>();
        for (JsonNode item : JSON.readTree(response.body()).get("items")) {
            String twice = titles.put(item.get("id").asText(), item.get("title").asText());
            assertThat(twice).isNull();
        }
        return titles;
    }

    private static TaggedItem tagged(String id, int revision) {
        Item item = new Item(
                id,
                "feed",
                revision,
                List.of(),
                id,
                "Edition " + revision,
                "https://x.example/" + id,
                null,
                null,
                null,
                "Border guards met.",
                false,
                List.of(),
                List.of(),
                List.of(),
                "en",
                DAY,
                null,
                DAY,
                DAY,
                DAY,
                new Item.Source("The Feed", "https://x.example/"),
                "h" + revision,
                false,
                null);
        Tags.TaxonomyReference taxonomy = new Tags.TaxonomyReference("none", "d");
        return new TaggedItem(
                item, new Tags("en", 1, null, List.of(), List.of(), List.of(), Tags.Coverage.REGIONS, "s", taxonomy));
    }
}
