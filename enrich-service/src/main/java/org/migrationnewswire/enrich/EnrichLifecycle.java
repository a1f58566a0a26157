// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Tags;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.contracts.kafka.TopicMismatchException;
import org.migrationnewswire.enrich.correct.CorrectedTags;
import org.migrationnewswire.enrich.correct.CorrectionLog;
import org.migrationnewswire.enrich.retag.Pace;
import org.migrationnewswire.enrich.retag.Retags;
import org.migrationnewswire.enrich.tag.Tagger;
import org.migrationnewswire.enrich.taxonomy.TaxonomyException;
import org.migrationnewswire.enrich.taxonomy.TaxonomyFiles;
import org.migrationnewswire.enrich.taxonomy.TaxonomyTopic;
import org.migrationnewswire.enrich.topology.EnrichStreams;
import org.migrationnewswire.enrich.topology.StreamsConfiguration;
import org.migrationnewswire.enrich.topology.TagAccount;
import org.migrationnewswire.runtime.kafka.KafkaSettings;
import org.migrationnewswire.runtime.kafka.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settles the taxonomy and starts the stream when the application starts, and stops it when it stops. */
@Singleton
public final class EnrichLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(EnrichLifecycle.class);
    private static final long PAUSE_MS = 1_000;
    private static final int CANNOT_GO_ON = 1;
    private static final int CANNOT_START = 2;

    private final EnrichSettings settings;
    private final KafkaSettings kafka;
    private final Topics topics;
    private final KafkaConnection connection;
    private final MeterRegistry meters;
    private final Thread starter =
            Thread.ofPlatform().daemon().name("enrich-start").unstarted(this::bringUp);
    private volatile @Nullable Tagger tagger;
    private volatile @Nullable CorrectionLog corrections;
    private volatile @Nullable Retags retags;
    private volatile @Nullable String previous;
    private volatile @Nullable EnrichStreams streams;

    EnrichLifecycle(
            EnrichSettings settings,
            KafkaSettings kafka,
            Topics topics,
            KafkaConnection connection,
            MeterRegistry meters) {
        this.settings = settings;
        this.kafka = kafka;
        this.topics = topics;
        this.connection = connection;
        this.meters = meters;
    }

    /** The tagger by the taxonomy in force; null until that is known. */
    public @Nullable Tagger tagger() {
        return tagger;
    }

    /** Persons' corrections; null until the taxonomy is known. */
    public @Nullable CorrectionLog corrections() {
        return corrections;
    }

    /** The re-taggings; null until the taxonomy is known. */
    public @Nullable Retags retags() {
        return retags;
    }

    boolean isReady() {
        EnrichStreams current = streams;
        return current != null && current.isRunning();
    }

    void start(@Observes StartupEvent event) {
        starter.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        starter.interrupt();
        starter.join(PAUSE_MS);
        Retags again = retags;
        if (again != null) {
            again.close();
        }
        EnrichStreams current = streams;
        if (current != null) {
            current.close();
        }
    }

    private void bringUp() {
        try {
            Taxonomy own = settings.taxonomyFolder().map(TaxonomyFiles::in).orElseGet(TaxonomyFiles::own);
            Taxonomy inForce = settle(own);
            Tagger settled = new Tagger(inForce);
            CorrectedTags persons = new CorrectedTags(inForce);
            corrections = new CorrectionLog(connection, persons, kafka.partitions());
            Retags again = retags(inForce);
            retags = again;
            tagger = settled;
            EnrichStreams next = new EnrichStreams(
                    connection,
                    new StreamsConfiguration(settings.stateFolder(), settings.threads(), kafka.replication()),
                    settled,
                    persons,
                    new TagAccount(meters),
                    () -> Quarkus.asyncExit(CANNOT_GO_ON));
            streams = next;
            next.start();
            again.start(previous);
        } catch (TaxonomyException | TopicMismatchException e) {
            LOG.error("{}", e.getMessage());
            Quarkus.asyncExit(CANNOT_START);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Retags retags(Taxonomy inForce) {
        return new Retags(
                connection,
                new Tags.TaxonomyReference(inForce.version(), inForce.digest()),
                new Pace(StreamsConfiguration.APPLICATION, settings.retagRate(), settings.retagOutstanding()));
    }

    private Taxonomy settle(Taxonomy own) throws InterruptedException {
        while (true) {
            topics.await();
            try {
                TaxonomyTopic taxonomies = new TaxonomyTopic(connection);
                Taxonomy inForce = taxonomies.settle(own);
                previous = taxonomies.before(inForce.version());
                return inForce;
            } catch (TaxonomyException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warn("The taxonomy could not be settled; trying again reason={}", e.getMessage());
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
        }
    }
}
