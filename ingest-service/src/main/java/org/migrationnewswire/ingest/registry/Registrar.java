// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /** The time by its clock. */
    public Instant now() {
        return Instant.now(clock);
    }

    /** Registers a feed, or changes one. */
    public void write(Feed feed) {
        send(Topic.FEEDS, feed.id(), Json.write(feed));
    }

    /** Removes a feed and its state; its items stay, and what is known of its entries. */
    public void remove(String feedId) {
        send(Topic.FEEDS, feedId, null);
        send(Topic.FEED_STATE, feedId, null);
    }

    /** Tells the owner of a feed what to do. */
    public void command(Command.Type type, String feedId, String by, @Nullable String reason) {
        command(new Command(type, feedId, by, now(), reason, null, null));
    }

    /** Tells the owner that the hub has verified a subscription. */
    public void verified(String feedId, Duration lease) {
        command(new Command(Command.Type.PUSH_VERIFIED, feedId, "hub", now(), null, null, now().plus(lease)));
    }

    /** Gives the owner what a hub has sent. */
    public void pushed(String feedId, Command.Document document) {
        command(new Command(Command.Type.PUSHED, feedId, "hub", now(), null, document, null));
    }

    private void command(Command command) {
        send(Topic.COMMANDS, command.subject(), Json.write(command));
    }

    private void send(Topic topic, String key, byte @Nullable [] value) {
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
