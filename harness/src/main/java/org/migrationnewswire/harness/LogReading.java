// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.CommittedLog;
import org.migrationnewswire.contracts.kafka.KafkaConnection;

/** What a log of items says was published, read as any consumer reads it: committed records alone. */
public final class LogReading {
    private LogReading() {}

    /**
     * The titles of each item by its guid, in the log's order; revisions are checked to count from 1 without a gap.
     *
     * @param topic items or tagged items; both hold an item's fields
     */
    public static Map<String, List<String>> of(KafkaConnection kafka, Topic topic) {
        Map<String, List<String>> titles = new LinkedHashMap<>();
        try (Consumer<String, byte[]> consumer = kafka.consumer("log-reading", Map.of())) {
            CommittedLog.readToEnd(consumer, CommittedLog.partitions(consumer, topic), record -> {
                Item item = Json.read(record.value(), Item.class);
                List<String> versions = titles.computeIfAbsent(String.valueOf(item.guid()), g -> new ArrayList<>());
                versions.add(
                        item.revision() == versions.size() + 1
                                ? item.title()
                                : "revision " + item.revision() + " out of order: " + item.title());
            });
        }
        return titles;
    }

    /** How many dead letters there are. */
    public static int deadLetters(KafkaConnection kafka) {
        int[] count = {0};
        try (Consumer<String, byte[]> consumer = kafka.consumer("log-reading", Map.of())) {
            CommittedLog.readToEnd(
                    consumer, CommittedLog.partitions(consumer, Topic.DEAD_LETTERS), record -> count[0]++);
        }
        return count[0];
    }
}
