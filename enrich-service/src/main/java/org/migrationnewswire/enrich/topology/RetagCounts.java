// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.topology;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.RetagOutcome;
import org.migrationnewswire.contracts.RetagOutcome.Difference;

/**
 * Counts of re-taggings in one partition, a store entry each, so that an item without a difference costs one write.
 * They are in the transaction of what they count.
 */
final class RetagCounts {
    private static final String SEEN = "seen";
    private static final String CHANGED = "changed";
    private static final String STALE = "stale";
    private static final char GAINED = '+';
    private static final char LOST = '-';
    private static final char DISAGREES = '!';

    private final KeyValueStore<String, byte[]> store;

    RetagCounts(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /**
     * A count.
     *
     * @param n how many
     * @param samples ids of the first few
     */
    private record Count(
            @JsonProperty("n") long n, @JsonProperty("s") List<String> samples) {}

    void stale(String retag) {
        add(retag, STALE, null);
    }

    /** Counts an item, and says how many that makes. */
    long seen(
            String retag, String item, List<String> before, List<String> now, boolean differs, List<String> disagree) {
        if (differs) {
            add(retag, CHANGED, null);
        }
        now.stream().filter(tag -> !before.contains(tag)).forEach(tag -> add(retag, GAINED + tag, item));
        before.stream().filter(tag -> !now.contains(tag)).forEach(tag -> add(retag, LOST + tag, item));
        disagree.forEach(what -> add(retag, DISAGREES + what, null));
        return add(retag, SEEN, null);
    }

    RetagOutcome outcome(String retag) {
        Map<String, Difference> differences = new TreeMap<>();
        Map<String, Long> disagreements = new TreeMap<>();
        Map<String, Long> totals = new TreeMap<>();
        all(retag).forEach((name, count) -> {
            String tag = name.substring(1);
            switch (name.charAt(0)) {
                case GAINED ->
                    differences.merge(tag, new Difference(count.n(), 0, count.samples(), List.of()), RetagCounts::sum);
                case LOST ->
                    differences.merge(tag, new Difference(0, count.n(), List.of(), count.samples()), RetagCounts::sum);
                case DISAGREES -> disagreements.put(tag, count.n());
                default -> totals.put(name, count.n());
            }
        });
        return new RetagOutcome(
                totals.getOrDefault(SEEN, 0L),
                totals.getOrDefault(CHANGED, 0L),
                totals.getOrDefault(STALE, 0L),
                differences,
                disagreements);
    }

    /** Drops what is counted of it. */
    void forget(String retag) {
        all(retag).keySet().forEach(name -> store.delete(retag + "/" + name));
    }

    private static Difference sum(Difference a, Difference b) {
        return new Difference(
                a.gained() + b.gained(),
                a.lost() + b.lost(),
                a.gainedBy().isEmpty() ? b.gainedBy() : a.gainedBy(),
                a.lostBy().isEmpty() ? b.lostBy() : a.lostBy());
    }

    private long add(String retag, String name, @Nullable String sample) {
        String key = retag + "/" + name;
        byte[] bytes = store.get(key);
        Count before = bytes == null ? new Count(0, List.of()) : Json.read(bytes, Count.class);
        List<String> samples = new ArrayList<>(before.samples());
        if (sample != null && samples.size() < RetagOutcome.SAMPLES) {
            samples.add(sample);
        }
        store.put(key, Json.write(new Count(before.n() + 1, samples)));
        return before.n() + 1;
    }

    private Map<String, Count> all(String retag) {
        Map<String, Count> all = new TreeMap<>();
        try (KeyValueIterator<String, byte[]> entries = store.prefixScan(retag + "/", new StringSerializer())) {
            while (entries.hasNext()) {
                KeyValue<String, byte[]> entry = entries.next();
                all.put(entry.key.substring(retag.length() + 1), Json.read(entry.value, Count.class));
            }
        }
        return all;
    }
}
