// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.erase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.migrationnewswire.contracts.AuditEvent;
import org.migrationnewswire.contracts.Command;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.KafkaConnection;

/** Tells the owner of an item's feed to take it out; comes back when the broker has the command. Thread-safe. */
public final class Erasures implements AutoCloseable {
    private static final long ACKNOWLEDGED_WITHIN_S = 10;
    private static final int ACCEPTED = 202;

    private final Producer<String, byte[]> producer;
    private final Clock clock;

    /** With a producer of its own. */
    public Erasures(KafkaConnection connection, Clock clock) {
        this.producer = connection.producer("store-erasures");
        this.clock = clock;
    }

    /**
     * Has the item taken out.
     *
     * @param feedId the feed that it is of
     * @param by who wants it
     * @param reason why
     */
    public void erase(String itemId, String feedId, String by, String reason) {
        Instant now = Instant.now(clock);
        Command command = new Command(Command.Type.ERASE_ITEM, itemId, by, now, reason, null, null);
        send(Topic.COMMANDS, feedId, Json.write(command));
        AuditEvent audit = new AuditEvent(now, by, "DELETE /items/" + itemId, itemId, ACCEPTED, reason);
        send(Topic.AUDIT, itemId, Json.write(audit));
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
