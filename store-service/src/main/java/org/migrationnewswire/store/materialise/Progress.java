// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.materialise;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the index is on its way to the ends that the log had when it began. Written by one thread, read by all. */
final class Progress {
    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final long TELL_EVERY_NS = Duration.ofSeconds(5).toNanos();

    private final Map<TopicPartition, Long> missing;
    private final long total;
    private final long beganAt = System.nanoTime();
    private long tellAt = beganAt + TELL_EVERY_NS;
    private volatile long records;
    private volatile long left;

    private Progress(Map<TopicPartition, Long> ends, long left) {
        this.missing = new HashMap<>(ends);
        this.total = left;
        this.left = left;
    }

    /** From where the consumer stands to those ends. */
    static Progress begin(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return new Progress(ends, left(consumer, ends));
    }

    void applied() {
        records = records + 1;
    }

    void at(Consumer<?, ?> consumer) {
        missing.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        left = left(consumer, missing);
        if (!missing.isEmpty() && System.nanoTime() - tellAt >= 0) {
            LOG.info("The index is being built: {}", text());
            tellAt = System.nanoTime() + TELL_EVERY_NS;
        }
    }

    boolean isComplete() {
        return missing.isEmpty();
    }

    long records() {
        return records;
    }

    /** Items a second and the time left, by how it went so far. */
    String text() {
        double seconds = Math.max(0.001, (System.nanoTime() - beganAt) / 1e9);
        long done = total - left;
        long eta = done == 0 ? -1 : Math.round(left * seconds / done);
        return String.format(
                Locale.ROOT,
                "%d %% of the log, %.0f items/s, %s",
                total == 0 ? 100 : 100 * done / total,
                records / seconds,
                eta < 0 ? "time left unknown" : "about " + eta + " s left");
    }

    private static long left(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum();
    }
}
