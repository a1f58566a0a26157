// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.contracts.kafka.TopicMismatchException;
import org.migrationnewswire.runtime.kafka.Topics;
import org.migrationnewswire.store.erase.Erasures;
import org.migrationnewswire.store.materialise.Materialiser;
import org.migrationnewswire.store.materialise.StoreAccount;
import org.migrationnewswire.store.taxonomy.TaxonomyView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the service's threads when the application starts, and stops them when it stops. */
@Singleton
public final class StoreLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(StoreLifecycle.class);
    private static final long STOP_WITHIN_MS = 1_000;
    private static final int CANNOT_START = 2;

    private final Topics topics;
    private final TaxonomyView taxonomy;
    private final Erasures erasures;
    private final Materialiser materialiser;
    private final Thread starter =
            Thread.ofPlatform().daemon().name("store-start").unstarted(this::bringUp);

    StoreLifecycle(StoreSettings settings, Topics topics, KafkaConnection connection, MeterRegistry meters) {
        this.topics = topics;
        this.taxonomy = new TaxonomyView(connection);
        this.erasures = new Erasures(connection, Clock.systemUTC());
        this.materialiser = new Materialiser(connection, settings.indexFolder(), taxonomy, new StoreAccount(meters));
    }

    /** The taxonomy in force. */
    public TaxonomyView taxonomy() {
        return taxonomy;
    }

    /** Who has items taken out. */
    public Erasures erasures() {
        return erasures;
    }

    /** Who has the index. */
    public Materialiser materialiser() {
        return materialiser;
    }

    boolean isReady() {
        return materialiser.readyIndex() != null;
    }

    void start(@Observes StartupEvent event) {
        starter.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        starter.interrupt();
        starter.join(STOP_WITHIN_MS);
        materialiser.close();
        taxonomy.close();
        erasures.close();
    }

    private void bringUp() {
        try {
            topics.await();
            taxonomy.start();
            materialiser.start();
        } catch (TopicMismatchException e) {
            LOG.error("{}", e.getMessage());
            Quarkus.asyncExit(CANNOT_START);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
