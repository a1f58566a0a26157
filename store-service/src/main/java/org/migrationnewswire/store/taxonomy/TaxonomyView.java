// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.taxonomy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.contracts.kafka.TopicFollower;
import org.migrationnewswire.query.Vocabulary;

/** The newest taxonomy, kept up to date. Thread-safe. */
public final class TaxonomyView implements AutoCloseable {
    private final Set<String> seen = new HashSet<>();
    private final TopicFollower follower;
    private volatile InForce current = new InForce(null, Vocabulary.UNKNOWN);

    /** A view that is not started yet. */
    public TaxonomyView(KafkaConnection connection) {
        this.follower = new TopicFollower(connection, "store-taxonomy", List.of(Topic.TAXONOMIES), this::take);
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
        follower.start();
    }

    /** The taxonomy in force now. */
    public InForce current() {
        return current;
    }

    /** Waits until that version has been read, so that an item is not indexed by an older one than it was tagged by. */
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
        follower.close();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        Taxonomy taxonomy = Json.read(record.value(), Taxonomy.class);
        current = new InForce(taxonomy, Vocabulary.of(taxonomy));
        synchronized (seen) {
            seen.add(taxonomy.version());
            seen.notifyAll();
        }
    }
}
