// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Command;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.ingest.identity.FeedUrl;

/** Writes feeds and commands to the log; comes back when the broker has them. Thread-safe. */
public final class Registrar implements AutoCloseable {
    private static final long ACKNOWLEDGED_WITHIN_S = 10;

    private final Producer<String, byte[]> producer;
    private final Clock clock;

    /** A registrar with a producer of its own. */
    public Registrar(KafkaConnection connection, Clock clock) {
        this.producer = connection.producer("ingest-registrar");
        this.clock = clock;
    }

    /** Registers a feed, and gives it back as registered. */
    public Feed register(
            String url, @Nullable String title, @Nullable Duration interval, List<String> labels, Feed.Rights rights) {
        Feed feed = new Feed(FeedUrl.id(url), url, title, interval, labels, rights, null, true, Instant.now(clock));
        send(Topic.FEEDS, feed.id(), Json.write(feed));
        return feed;
    }

    /** Has the feed polled now, by the instance that owns it. */
    public void poll(String feedId, String by) {
        send(Topic.COMMANDS, feedId, Json.write(new Command(Command.Type.POLL_FEED, feedId, by, Instant.now(clock))));
    }

    private void send(Topic topic, String key, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(topic.topicName(), key, value))
                    .get(ACKNOWLEDGED_WITHIN_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not take the record: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while writing", e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
