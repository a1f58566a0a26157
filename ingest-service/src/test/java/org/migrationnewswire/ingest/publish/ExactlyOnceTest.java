// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.migrationnewswire.broker.testing.Patience.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationnewswire.broker.testing.TestBroker;
import org.migrationnewswire.contracts.Command;
import org.migrationnewswire.contracts.EventType;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.CommittedLog;
import org.migrationnewswire.contracts.kafka.EventHeaders;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.contracts.kafka.TopicCatalogue;
import org.migrationnewswire.ingest.fetch.FetchLimits;
import org.migrationnewswire.ingest.fetch.Fetcher;
import org.migrationnewswire.ingest.fetch.Hosts;
import org.migrationnewswire.ingest.fetch.Identity;
import org.migrationnewswire.ingest.fetch.Networks;
import org.migrationnewswire.ingest.registry.FeedSource;
import org.migrationnewswire.ingest.registry.Registrar;
import org.migrationnewswire.ingest.schedule.DiskGuard;
import org.migrationnewswire.ingest.schedule.Schedule;

/** Items of real documents, through the loop, on a real broker. */
@Tag("broker")
class ExactlyOnceTest {
    @TempDir
    static Path brokerFolder;

    private static TestBroker broker;
    private static KafkaConnection connection;

    @TempDir
    Path feeds;

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<AutoCloseable> open = new ArrayList<>();
    private Registrar registrar;

    @BeforeAll
    static void startBroker() {
        broker = TestBroker.start(brokerFolder);
        connection = KafkaConnection.to(broker.bootstrapServers());
        try (Admin admin = connection.admin("test")) {
            TopicCatalogue.forOneBroker().ensure(admin);
        }
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void openRegistrar() {
        registrar = new Registrar(connection, Clock.systemUTC());
        open.add(registrar);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    @Test
    void eachItemIsPublishedOnceHoweverOftenItIsPolled() throws IOException {
        Feed feed = register(document("a", "b", "c"));
        start("one");
        await().until(() -> titles(feed).size() == 3);

        for (int i = 0; i < 50; i++) {
            Files.writeString(Path.of(URI.create(feed.url())), document("a", "b", "c") + "<!-- " + i + " -->");
            registrar.command(Command.Type.POLL_FEED, feed.id(), "test", null);
        }
        edit(feed, document("a", "b", "c", "d"));

        await().until(() -> titles(feed).size() == 4);
        assertThat(titles(feed))
                .isEqualTo(Map.of("a", List.of("a"), "b", List.of("b"), "c", List.of("c"), "d", List.of("d")));
    }

    @Test
    void anEditIsPublishedAsAnUpdateOfTheSameItem() throws IOException {
        Feed feed = register(document("x"));
        start("one");
        await().until(() -> titles(feed).size() == 1);

        edit(feed, document("x").replace("<title>x<", "<title>x again<"));

        await().untilAsserted(() -> assertThat(titles(feed)).isEqualTo(Map.of("x", List.of("x", "x again"))));
        assertThat(types(feed)).containsExactly(EventType.PUBLISHED, EventType.UPDATED);
    }

    @Test
    void aRestartAndASecondInstanceDoubleNothing() throws Exception {
        Feed feed = register(document("p", "q"));
        AutoCloseable first = start("one");
        await().until(() -> titles(feed).size() == 2);
        first.close();

        start("one");
        start("two");
        edit(feed, document("p", "q", "r"));

        await().until(() -> titles(feed).size() == 3);
        assertThat(titles(feed).values())
                .allSatisfy(versions -> assertThat(versions).hasSize(1));
    }

    @Test
    void aSecondInstanceTakesHalfOfThePartitions() {
        start("one");
        start("two");

        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(partitionsOfMembers()).containsExactly(3, 3));
    }

    @Test
    void whoeverClaimsAPartitionFencesWhoHadItBefore() {
        Producer<String, byte[]> zombie = connection.transactionalProducer("ingest-99");
        Producer<String, byte[]> owner = connection.transactionalProducer("ingest-99");
        open.add(zombie);
        open.add(owner);
        zombie.initTransactions();
        zombie.beginTransaction();
        zombie.send(new ProducerRecord<>(Topic.ITEMS.topicName(), "zombie", new byte[0]));

        owner.initTransactions();

        assertThatThrownBy(zombie::commitTransaction).isInstanceOf(KafkaException.class);
    }

    @Test
    void aFeedThatIsNoneIsSeenAsFailingAndStopsNobody() throws IOException {
        Feed none = register("<html>no feed</html>");
        Feed feed = register(document("other"));

        start("one");

        await().until(() -> titles(feed).size() == 1);
        await().until(() -> meters.get("newswire.ingest.polls")
                        .tag("outcome", "web-page")
                        .counter()
                        .count()
                >= 1);
        assertThat(titles(none)).isEmpty();
    }

    @Test
    void entriesSeenAreUnchangedOrPublishedOrUpdatedOrDeadLettered() throws IOException {
        Feed feed = register(document("m", "n"));
        start("one");
        await().until(() -> titles(feed).size() == 2);
        edit(feed, document("m", "n", "o"));
        await().until(() -> titles(feed).size() == 3);

        await().untilAsserted(() -> {
            assertThat(count("published")).isGreaterThanOrEqualTo(3);
            assertThat(count("seen"))
                    .isEqualTo(count("unchanged")
                            + count("published")
                            + count("updated")
                            + count("withdrawn")
                            + count("dead-lettered"));
        });
    }

    private double count(String outcome) {
        return meters.get("newswire.ingest.entries")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private AutoCloseable start(String instance) {
        Poller poller = new Poller(
                new Fetcher(
                        Networks.ALL,
                        FetchLimits.DEFAULT,
                        Identity.DEFAULT,
                        new Hosts(Duration.ZERO, Clock.systemUTC()),
                        Clock.systemUTC()),
                Clock.systemUTC());
        IngestLoop loop = new IngestLoop(
                connection,
                new Membership(Optional.of(instance), Duration.ofSeconds(2)),
                poller,
                new Schedule(Duration.ofMillis(500), Duration.ofMillis(500), RandomGenerator.getDefault()),
                Subscriber.NONE,
                new DiskGuard(Optional.empty(), 0.1, Clock.systemUTC()),
                new PollAccount(meters),
                Clock.systemUTC());
        loop.start();
        AutoCloseable both = () -> {
            loop.close();
            poller.close();
        };
        open.add(both);
        return both;
    }

    private Feed register(String document) throws IOException {
        Path file = Files.createTempFile(feeds, "feed", ".xml");
        Files.writeString(file, document);
        Feed feed = new FeedSource(file.toUri().toString(), null, List.of()).feed(Instant.now());
        registrar.write(feed);
        return feed;
    }

    private void edit(Feed feed, String document) throws IOException {
        Files.writeString(Path.of(URI.create(feed.url())), document);
    }

    private static List<Integer> partitionsOfMembers() throws Exception {
        try (Admin admin = connection.admin("test-members")) {
            String group = "newswire-ingest";
            return admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
                    .map(member -> member.assignment().topicPartitions().size())
                    .toList();
        }
    }

    private static String document(String... guids) {
        StringBuilder out =
                new StringBuilder("<rss version=\"2.0\"><channel><title>T</title><link>https://x.example/</link>"
                        + "<description>d</description>");
        for (String guid : guids) {
            out.append("<item><guid isPermaLink=\"false\">")
                    .append(guid)
                    .append("</guid><title>")
                    .append(guid)
                    .append("</title></item>");
        }
        return out.append("</channel></rss>").toString();
    }

    private static Map<String, List<String>> titles(Feed feed) {
        Map<String, List<String>> titles = new LinkedHashMap<>();
        read(feed, (item, type) -> titles.computeIfAbsent(item.guid(), g -> new ArrayList<>())
                .add(item.title()));
        return titles;
    }

    private static List<EventType> types(Feed feed) {
        List<EventType> types = new ArrayList<>();
        read(feed, (item, type) -> types.add(type));
        return types;
    }

    private static void read(Feed feed, BiConsumer<Item, EventType> reader) {
        try (Consumer<String, byte[]> consumer = connection.consumer("test-reader", Map.of())) {
            CommittedLog.readToEnd(consumer, CommittedLog.partitions(consumer, Topic.ITEMS), record -> {
                Item item = Json.read(record.value(), Item.class);
                if (item.feedId().equals(feed.id())) {
                    assertThat(record.key()).isEqualTo(item.id());
                    assertThat(EventHeaders.text(record.headers(), "ce_subject"))
                            .isEqualTo(item.id());
                    reader.accept(item, EventHeaders.type(record.headers()));
                }
            });
        }
    }
}
