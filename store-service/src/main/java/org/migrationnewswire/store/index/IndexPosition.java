// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.index;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far an index has come in the log: a commit's user data.
 *
 * @param topicId id that the broker gave the topic when it was made
 * @param offsets by partition, the offset to read next
 */
public record IndexPosition(String topicId, Map<Integer, Long> offsets) {
    private static final String FORMAT = "format";
    private static final String CURRENT_FORMAT = "2";
    private static final String TOPIC_ID = "topicId";
    private static final String OFFSET = "offset.";

    public IndexPosition {
        offsets = Map.copyOf(offsets);
    }

    /** The beginning of that topic. */
    public static IndexPosition beginningOf(String topicId) {
        return new IndexPosition(topicId, Map.of());
    }

    /** This with another offset to read next. */
    public IndexPosition with(int partition, long offset) {
        Map<Integer, Long> changed = new TreeMap<>(offsets);
        changed.put(partition, offset);
        return new IndexPosition(topicId, changed);
    }

    /** The offset to read next; 0 at the beginning. */
    public long offset(int partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    Map<String, String> userData() {
        Map<String, String> data = new HashMap<>();
        data.put(FORMAT, CURRENT_FORMAT);
        data.put(TOPIC_ID, topicId);
        offsets.forEach((partition, offset) -> data.put(OFFSET + partition, Long.toString(offset)));
        return data;
    }

    static boolean isOurs(Map<String, String> data, String topicId) {
        return CURRENT_FORMAT.equals(data.get(FORMAT)) && topicId.equals(data.get(TOPIC_ID));
    }

    static IndexPosition of(Map<String, String> data, String topicId) {
        Map<Integer, Long> offsets = new HashMap<>();
        data.forEach((name, value) -> {
            if (name.startsWith(OFFSET)) {
                offsets.put(Integer.valueOf(name.substring(OFFSET.length())), Long.valueOf(value));
            }
        });
        return new IndexPosition(topicId, offsets);
    }
}
