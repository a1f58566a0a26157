// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.runtime.kafka;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.contracts.kafka.TopicCatalogue;
import org.migrationnewswire.contracts.kafka.TopicMismatchException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topics that configuration describes, created once a process; refused once, to the first who asks. */
@Singleton
public final class Topics {
    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);
    private static final long PAUSE_MS = 1_000;

    private final KafkaConnection connection;
    private final TopicCatalogue catalogue;
    private final AtomicBoolean ensured = new AtomicBoolean();
    private volatile boolean refused;

    Topics(KafkaSettings settings, KafkaConnection connection) {
        this.connection = connection;
        this.catalogue = new TopicCatalogue(settings.partitions(), settings.replication(), settings.topic());
    }

    /**
     * Creates what is missing and checks what is there, trying again until Kafka is there; does so once, however often
     * it is called.
     *
     * @throws org.migrationnewswire.contracts.kafka.TopicMismatchException when a topic is not what it should be
     */
    public synchronized void await() throws InterruptedException {
        while (true) {
            try {
                if (refused) { // the first caller has been told, and is ending the process
                    throw new InterruptedException("the topics were refused");
                }
                ensure();
                return;
            } catch (TopicMismatchException e) {
                refused = true;
                throw e;
            } catch (RuntimeException e) {
                LOG.warn("Kafka is not there yet; trying again reason={}", e.getMessage());
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
        }
    }

    private void ensure() {
        if (ensured.get()) {
            return;
        }
        try (Admin admin = connection.admin("newswire-topics")) {
            catalogue.ensure(admin);
        }
        ensured.set(true);
    }

    @Produces
    @Singleton
    static KafkaConnection connection(KafkaSettings settings) {
        return new KafkaConnection(settings.bootstrapServers(), settings.client());
    }
}
