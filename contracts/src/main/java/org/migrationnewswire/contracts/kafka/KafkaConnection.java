// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How to reach Kafka, and the client settings that the guarantees rest on: committed reads, no automatic commit, no
 * silent reset, idempotent writes acknowledged by all. Keys are text, values bytes.
 *
 * @param bootstrapServers {@code host:port}, comma-separated
 * @param settings further client settings (TLS, SASL, …), by Kafka's names
 */
public record KafkaConnection(String bootstrapServers, Map<String, String> settings) {
    /** Open transactions hold readers back: none lives longer than this, in milliseconds. */
    public static final int TRANSACTION_TIMEOUT_MS = 10_000;

    public KafkaConnection {
        settings = Map.copyOf(settings);
    }

    /** A connection with no further settings. */
    public static KafkaConnection to(String bootstrapServers) {
        return new KafkaConnection(bootstrapServers, Map.of());
    }

    /** Settings that every client has. */
    public Map<String, Object> clientSettings(String clientId) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("bootstrap.servers", bootstrapServers);
        all.put("client.id", clientId);
        // The default of 100 ms makes back-to-back transactions wait (KAFKA-20000).
        all.putIfAbsent("retry.backoff.ms", "5");
        all.putIfAbsent("retry.backoff.max.ms", "1000");
        return all;
    }

    /** A client for topics and settings. */
    public Admin admin(String clientId) {
        return Admin.create(clientSettings(clientId));
    }

    /** A consumer of committed records, outside any group unless the extra settings name one. */
    public Consumer<String, byte[]> consumer(String clientId, Map<String, ?> extra) {
        Map<String, Object> all = clientSettings(clientId);
        all.put("isolation.level", "read_committed");
        all.put("enable.auto.commit", "false");
        all.put("auto.offset.reset", "none");
        all.putAll(extra);
        return new KafkaConsumer<>(all, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** A producer whose every record is acknowledged by all in-sync replicas. */
    public Producer<String, byte[]> producer(String clientId) {
        return new KafkaProducer<>(producerSettings(clientId), new StringSerializer(), new ByteArraySerializer());
    }

    /** A transactional producer: a newer one of the same id fences it. */
    public Producer<String, byte[]> transactionalProducer(String transactionalId) {
        Map<String, Object> all = producerSettings(transactionalId);
        all.put("transactional.id", transactionalId);
        all.put("transaction.timeout.ms", TRANSACTION_TIMEOUT_MS);
        return new KafkaProducer<>(all, new StringSerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> producerSettings(String clientId) {
        Map<String, Object> all = clientSettings(clientId);
        all.put("acks", "all");
        all.put("enable.idempotence", "true");
        all.putIfAbsent("compression.type", "lz4");
        all.putIfAbsent("linger.ms", "0");
        return all;
    }
}
