// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.broker.testing;

import java.nio.file.Path;
import java.util.Map;
import org.migrationnewswire.broker.EmbeddedBroker;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** A running broker for tests, of the kind that the system property {@code test.broker} names. */
public final class TestBroker implements AutoCloseable {
    private static final String IMAGE = "apache/kafka:4.3.1";
    private static final Map<String, String> AS_IN_PRODUCTION = Map.of(
            "KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false",
            "KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000",
            "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0",
            "KAFKA_GROUP_STREAMS_INITIAL_REBALANCE_DELAY_MS", "0");

    private final String bootstrapServers;
    private final AutoCloseable broker;

    private TestBroker(String bootstrapServers, AutoCloseable broker) {
        this.bootstrapServers = bootstrapServers;
        this.broker = broker;
    }

    /**
     * Starts a broker, and gives it back when it accepts clients.
     *
     * @param folder where an embedded broker keeps its log; a container keeps it to itself
     */
    public static TestBroker start(Path folder) {
        String kind = System.getProperty("test.broker", "embedded");
        return switch (kind) {
            case "embedded" -> embedded(folder);
            case "container" -> container();
            default ->
                throw new IllegalArgumentException(
                        "test.broker is '" + kind + "', which is neither embedded nor container");
        };
    }

    /** {@code host:port} for clients. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        try {
            broker.close();
        } catch (Exception e) {
            throw new IllegalStateException("the broker did not stop", e);
        }
    }

    private static TestBroker embedded(Path folder) {
        EmbeddedBroker broker = EmbeddedBroker.start(folder);
        return new TestBroker(broker.bootstrapServers(), broker);
    }

    private static TestBroker container() {
        KafkaContainer broker = new KafkaContainer(DockerImageName.parse(IMAGE)).withEnv(AS_IN_PRODUCTION);
        broker.start();
        return new TestBroker(broker.getBootstrapServers(), broker);
    }
}
