// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.taxonomy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.UnreadableValueException;
import org.migrationnewswire.contracts.kafka.CommittedLog;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.query.Vocabulary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest taxonomy, followed on a thread of its own. Thread-safe. */
public final class TaxonomyView implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TaxonomyView.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PAUSE_MS = 500;

    private final KafkaConnection connection;
    private final Set<String> seen = new HashSet<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("store-taxonomy").unstarted(this::run);
    private volatile InForce current = new InForce(null, Vocabulary.UNKNOWN);

    /** A view that is not started yet. */
    public TaxonomyView(KafkaConnection connection) {
        this.connection = connection;
    }

    /**
     * What is in force.
     *
     * @param taxonomy null while none has been published
     * @param vocabulary of it
     */
    public record InForce(@Nullable Taxonomy taxonomy, Vocabulary vocabulary) {}

    /** Begins to read. */
    public void start() {
        thread.start();
    }

    /** The taxonomy in force now. */
    public InForce current() {
        return current;
    }

    /** Waits until that version has been read, so that an item is never indexed by an older one than it was tagged by. */
    public void await(String version, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (seen) {
            while (!seen.contains(version) && System.nanoTime() < end) {
                TimeUnit.NANOSECONDS.timedWait(seen, end - System.nanoTime());
            }
        }
    }

    @Override
    public void close() {
        stopped.set(true);
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped.get()) {
            Consumer<String, byte[]> consumer = connection.consumer("store-taxonomy", Map.of());
            try {
                CommittedLog.readToEnd(
                        consumer, List.of(new TopicPartition(Topic.TAXONOMIES.topicName(), 0)), this::take);
                while (!stopped.get()) {
                    consumer.poll(POLL).forEach(this::take);
                }
            } catch (RuntimeException e) {
                LOG.warn("The view of the taxonomy begins again reason={}", e.toString());
                pause();
            } finally {
                consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            Taxonomy taxonomy = Json.read(record.value(), Taxonomy.class);
            current = new InForce(taxonomy, Vocabulary.of(taxonomy));
            synchronized (seen) {
                seen.add(taxonomy.version());
                seen.notifyAll();
            }
        } catch (UnreadableValueException e) {
            LOG.error(
                    "A taxonomy can't be read and is passed over offset={} reason={}", record.offset(), e.getMessage());
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
