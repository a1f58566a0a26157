// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a reader has come in the log: an event's id. Immutable.
 *
 * @param topicId id that the broker gave the topic when it was made
 * @param offsets by partition, the offset to give next
 */
public record StreamPosition(String topicId, List<Long> offsets) {
    private static final String VERSION = "1";
    private static final int RADIX = 36;
    private static final int LONGEST = 4_000;

    public StreamPosition {
        offsets = List.copyOf(offsets);
    }

    /** The offset to give next of that partition; 0 when it is none of its own. */
    long offset(int partition) {
        return partition < offsets.size() ? offsets.get(partition) : 0;
    }

    StreamPosition with(int partition, long offset) {
        List<Long> changed = new ArrayList<>(offsets);
        changed.set(partition, offset);
        return new StreamPosition(topicId, changed);
    }

    /** In each partition the further of the two. */
    StreamPosition max(StreamPosition other) {
        List<Long> further = new ArrayList<>();
        for (int i = 0; i < offsets.size(); i++) {
            further.add(Math.max(offset(i), other.offset(i)));
        }
        return new StreamPosition(topicId, further);
    }

    /** Whether it is as far as the other in every partition. */
    boolean reaches(StreamPosition other) {
        return topicId.equals(other.topicId)
                && offsets.size() == other.offsets.size()
                && max(other).equals(this);
    }

    /** As an event's id; opaque to readers. */
    public String text() {
        StringBuilder text = new StringBuilder(VERSION).append('.').append(topicId);
        offsets.forEach(offset -> text.append('.').append(Long.toString(offset, RADIX)));
        return text.toString();
    }

    /** What that text means; nothing when it is no id of ours. */
    public static Optional<StreamPosition> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (text.length() > LONGEST || parts.length < 3 || !parts[0].equals(VERSION) || parts[1].isEmpty()) {
            return Optional.empty();
        }
        List<Long> offsets = new ArrayList<>();
        for (int i = 2; i < parts.length; i++) {
            if (!parts[i].matches("[0-9a-z]{1,12}")) {
                return Optional.empty();
            }
            offsets.add(Long.parseLong(parts[i], RADIX));
        }
        return Optional.of(new StreamPosition(parts[1], offsets));
    }
}
