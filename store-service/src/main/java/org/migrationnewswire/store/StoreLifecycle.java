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
import org.migrationnewswire.store.rights.FeedRights;
import org.migrationnewswire.store.stream.StreamLimits;
import org.migrationnewswire.store.stream.Streams;
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
    private final Streams streams;
    private final Thread starter =
            Thread.ofPlatform().daemon().name("store-start").unstarted(this::bringUp);

    StoreLifecycle(
            StoreSettings settings,
            StreamSettings stream,
            Topics topics,
            KafkaConnection connection,
            FeedRights rights,
            MeterRegistry meters) {
        this.topics = topics;
        this.taxonomy = new TaxonomyView(connection);
        this.erasures = new Erasures(connection, Clock.systemUTC());
        this.materialiser = new Materialiser(connection, settings.indexFolder(), taxonomy, new StoreAccount(meters));
        this.streams = new Streams(connection, () -> taxonomy.current().vocabulary(), rights, limits(stream), meters);
    }

    private static StreamLimits limits(StreamSettings stream) {
        return new StreamLimits(
                stream.readers(), stream.queue(), stream.ring(), stream.replays(), stream.window(), stream.heartBeat());
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

    /** Who has the stream. */
    public Streams streams() {
        return streams;
    }

    boolean isReady() {
        return materialiser.readyIndex() != null;
    }

    void start(@Observes StartupEvent event) {
        starter.start();
        // Before the server waits for requests to end, which those of a stream never do by themselves.
        Runtime.getRuntime().addShutdownHook(new Thread(streams::close, "store-stream-stop"));
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        starter.interrupt();
        starter.join(STOP_WITHIN_MS);
        streams.close();
        materialiser.close();
        taxonomy.close();
        erasures.close();
    }

    private void bringUp() {
        try {
            topics.await();
            taxonomy.start();
            streams.start();
            materialiser.start();
        } catch (TopicMismatchException e) {
            LOG.error("{}", e.getMessage());
            Quarkus.asyncExit(CANNOT_START);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
