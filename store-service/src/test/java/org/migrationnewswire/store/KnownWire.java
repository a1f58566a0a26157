// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.broker.testing.TestBroker;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.contracts.Feed.Audience;
import org.migrationnewswire.contracts.Feed.Display;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.contracts.Tag.Evidence;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.contracts.Tags;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.contracts.Taxonomy.Membership;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.contracts.kafka.TopicCatalogue;

/** A wire of seven items that are known word by word, of feeds with all the rights there are. */
public final class KnownWire implements QuarkusTestResourceLifecycleManager {
    static final String SECOND = "A boat with families reached Malta in the night.";
    static final String BODY =
            "Nobody counted them. " + SECOND + " Nobody asked why. " + "Words nobody needs. ".repeat(40);

    private final Map<String, String> settings = new HashMap<>();
    private TestBroker broker;

    /** Settings that a test wants otherwise. */
    @Override
    public void init(Map<String, String> wanted) {
        settings.putAll(wanted);
    }

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "known");
            broker = TestBroker.start(folder.resolve("kafka"));
            KafkaConnection connection = KafkaConnection.to(broker.bootstrapServers());
            try (Admin admin = connection.admin("test")) {
                TopicCatalogue.forOneBroker().ensure(admin);
            }
            fill(connection);
            settings.put("newswire.kafka.bootstrap-servers", broker.bootstrapServers());
            settings.put("newswire.http.open-reading", "true");
            settings.put("newswire.store.index-folder", folder.resolve("index").toString());
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        broker.close();
    }

    private static void fill(KafkaConnection connection) {
        try (Producer<String, byte[]> producer = connection.producer("test")) {
            send(producer, Topic.TAXONOMIES, "k", taxonomy());
            feed(producer, "extract", Display.EXTRACT, Audience.OPEN);
            feed(producer, "full", Display.FULL, Audience.OPEN);
            feed(producer, "link", Display.LINK, Audience.OPEN);
            feed(producer, "closed", Display.FULL, Audience.RESTRICTED);
            item(producer, "a", "extract", "en", "2026-03-28T23:30:00Z", "Boats reach the shore", BODY, "MT");
            item(producer, "b", "full", "en", "2026-03-29T10:00:00Z", "=2+5 visas for Britain", "Visa rules.", "GB");
            item(producer, "c", "link", "fr", "2026-03-30T10:00:00Z", "Des réfugiés à Malte", "Un bateau.", "MT");
            item(producer, "d", "closed", "en", "2026-04-02T10:00:00Z", "Closed talks", "A boat in secret.", "MT");
            item(producer, "e", "extract", "en", "2019-06-01T10:00:00Z", "Britain then", "An old boat.", "GB");
            item(producer, "f", "unknown", "en", "2026-04-03T10:00:00Z", "Feed unknown", "A boat unknown.", "MT");
            item(producer, "g", "extract", "en", "2026-04-04T10:00:00Z", "Control \u0001 <b>&", "Nothing.", null);
        }
    }

    private static Taxonomy taxonomy() {
        return new Taxonomy(
                "k",
                "d",
                List.of(
                        region("MT", Taxonomy.Type.COUNTRY, true),
                        region("GB", Taxonomy.Type.COUNTRY, true),
                        region(
                                "eu",
                                Taxonomy.Type.ORGANISATION,
                                true,
                                new Membership("MT", LocalDate.of(2004, 5, 1), null),
                                new Membership("GB", null, LocalDate.of(2020, 1, 31))),
                        region("talks", Taxonomy.Type.DIALOGUE, false, new Membership("MT", null, null))),
                List.of(new Taxonomy.Theme("rescue", "Rescue", "Rescue at sea", List.of(), List.of(), List.of())),
                List.of(new Taxonomy.Kind("news", "News", List.of(), List.of())),
                List.of());
    }

    private static Taxonomy.Region region(String id, Taxonomy.Type type, boolean rollsUp, Membership... members) {
        return new Taxonomy.Region(id, type, "Label " + id, Map.of(), List.of(members), rollsUp, null, null);
    }

    private static void feed(Producer<String, byte[]> producer, String id, Display display, Audience audience) {
        Feed feed = new Feed(
                id,
                "https://" + id + ".example/feed",
                null,
                null,
                List.of(),
                new Feed.Rights(null, display, audience),
                null,
                false,
                true,
                Items.DAY);
        send(producer, Topic.FEEDS, id, feed);
    }

    static void item(
            Producer<String, byte[]> producer,
            String id,
            String feed,
            String language,
            String at,
            String title,
            String text,
            @Nullable String region) {
        Instant date = Instant.parse(at);
        Item item = new Item(
                id,
                feed,
                1,
                List.of(new Item.Revision(1, date, title, "h")),
                "guid-" + id,
                title,
                "https://" + feed + ".example/" + id,
                null,
                "Summary of " + id + ". " + "More words. ".repeat(40),
                "<p>" + text.replace("<", "&lt;") + "</p>",
                text,
                false,
                List.of(),
                List.of(),
                List.of(),
                language,
                date,
                null,
                date,
                date,
                date,
                new Item.Source("Feed " + feed, "https://" + feed + ".example/"),
                "h",
                false,
                null);
        send(producer, Topic.TAGGED_ITEMS, id, new TaggedItem(item, tags(language, text, region, date)));
    }

    private static Tags tags(String language, String text, @Nullable String region, Instant date) {
        int boat = text.indexOf("boat");
        List<Tag> themes = boat < 0 ? List.of() : List.of(tag("rescue", boat, "boat"));
        int malta = text.indexOf("Malta");
        List<Tag> regions = region == null ? List.of() : List.of(tag(region, malta, "Malta"));
        boolean inEu = "MT".equals(region) || date.isBefore(Instant.parse("2020-02-01T00:00:00Z"));
        return new Tags(
                language,
                1,
                "news",
                regions,
                region != null && inEu ? List.of("eu") : List.of(),
                themes,
                language.equals("en") ? Tags.Coverage.REGIONS_AND_THEMES : Tags.Coverage.REGIONS,
                "s",
                new Tags.TaxonomyReference("k", "d"));
    }

    private static Tag tag(String id, int start, String word) {
        List<Evidence> evidence =
                start < 0 ? List.of() : List.of(new Evidence("contentText", start, start + word.length(), word));
        return new Tag(id, "Label " + id, 0.7, true, "name", Tag.Source.RULE, evidence);
    }

    private static void send(Producer<String, byte[]> producer, Topic topic, String key, Object value) {
        producer.send(new ProducerRecord<>(topic.topicName(), key, Json.write(value)));
    }
}
