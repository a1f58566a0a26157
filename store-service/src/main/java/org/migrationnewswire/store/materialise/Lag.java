// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.materialise;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** What the log has and the index has not: records a partition and together, and the newest item's age in seconds. */
final class Lag {
    private static final String RECORDS = "newswire.store.lag.records";

    private final MeterRegistry meters;
    private final Map<Integer, Long> behind = new ConcurrentHashMap<>();
    private volatile long newest;

    Lag(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder("newswire.store.lag.total", behind, all -> all.values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .register(meters);
        Gauge.builder("newswire.store.newest.age.seconds", this, Lag::ageSeconds)
                .register(meters);
    }

    void applied(long recordTime) {
        newest = Math.max(newest, recordTime);
    }

    /** As of the last fetch: the consumer knows its lag without asking the broker. */
    void at(Consumer<?, ?> consumer) {
        for (TopicPartition partition : consumer.assignment()) {
            consumer.currentLag(partition).ifPresent(lag -> record(partition.partition(), lag));
        }
    }

    private void record(int partition, long lag) {
        if (behind.put(partition, lag) == null) {
            Gauge.builder(RECORDS, behind, all -> all.getOrDefault(partition, 0L))
                    .tag("partition", Integer.toString(partition))
                    .register(meters);
        }
    }

    private double ageSeconds() {
        return newest == 0 ? Double.NaN : (System.currentTimeMillis() - newest) / 1e3;
    }
}
