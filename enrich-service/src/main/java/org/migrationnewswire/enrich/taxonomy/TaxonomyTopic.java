// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.taxonomy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.CommittedLog;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The taxonomies in the log. */
public final class TaxonomyTopic {
    private static final Logger LOG = LoggerFactory.getLogger(TaxonomyTopic.class);

    private final KafkaConnection connection;

    /** The topic of that Kafka. */
    public TaxonomyTopic(KafkaConnection connection) {
        this.connection = connection;
    }

    /**
     * The taxonomy in force, after this one has been published if it is newer than the newest there.
     *
     * @throws TaxonomyException when the newest has the same version and another content
     */
    public Taxonomy settle(Taxonomy own) {
        Taxonomy newest = newest();
        if (newest != null && compare(own.version(), newest.version()) < 0) {
            LOG.info("A newer taxonomy is in force version={} own={}", newest.version(), own.version());
            return newest;
        }
        if (newest != null && own.version().equals(newest.version())) {
            if (!own.digest().equals(newest.digest())) {
                throw new TaxonomyException("The taxonomy " + own.version()
                        + " is in the log with another content: raise the version in taxonomy.yaml.");
            }
            return newest;
        }
        publish(own);
        return own;
    }

    /** The newest version that is older than that one; null when there is none. */
    public @Nullable String before(String version) {
        return all().map(Taxonomy::version)
                .filter(other -> compare(other, version) < 0)
                .max(TaxonomyTopic::compare)
                .orElse(null);
    }

    private @Nullable Taxonomy newest() {
        return all().reduce((older, newer) -> newer).orElse(null);
    }

    private Stream<Taxonomy> all() {
        List<Taxonomy> all = new ArrayList<>();
        Consumer<String, byte[]> consumer = connection.consumer("enrich-taxonomy", Map.of());
        try {
            TopicPartition only = new TopicPartition(Topic.TAXONOMIES.topicName(), 0);
            CommittedLog.readToEnd(consumer, List.of(only), record -> {
                if (record.value() != null) {
                    all.add(Json.read(record.value(), Taxonomy.class));
                }
            });
        } finally {
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
        }
        return all.stream();
    }

    private void publish(Taxonomy taxonomy) {
        try (Producer<String, byte[]> producer = connection.producer("enrich-taxonomy")) {
            producer.send(new ProducerRecord<>(
                            Topic.TAXONOMIES.topicName(), 0, taxonomy.version(), Json.write(taxonomy)))
                    .get();
            LOG.info("A taxonomy was published version={} digest={}", taxonomy.version(), taxonomy.digest());
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not take the taxonomy: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while publishing the taxonomy", e);
        }
    }

    /** By their numbers: 2026.9 comes before 2026.11. */
    static int compare(String a, String b) {
        return Arrays.compare(numbers(a), numbers(b));
    }

    private static int[] numbers(String version) {
        try {
            return Arrays.stream(version.split("\\."))
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new TaxonomyException("'" + version + "' is no version such as 2026.11.1");
        }
    }
}
