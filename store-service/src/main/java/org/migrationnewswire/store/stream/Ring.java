// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The newest events, bounded in number and size. What it has of a partition has no gap up to the end. */
final class Ring {
    private static final long MOST_CHARACTERS = 16_000_000;

    private final int most;
    private final Deque<StreamEvent> events = new ArrayDeque<>();
    private long characters;
    private StreamPosition start;

    Ring(int most, StreamPosition start) {
        this.most = most;
        this.start = start;
    }

    void add(StreamEvent event) {
        events.addLast(event);
        characters += event.size();
        while (events.size() > most || characters > MOST_CHARACTERS) {
            StreamEvent oldest = events.removeFirst();
            characters -= oldest.size();
            start = start.with(oldest.partition(), oldest.offset() + 1);
        }
    }

    /** Whether all events after that position are here. */
    boolean covers(StreamPosition position) {
        return position.topicId().equals(start.topicId()) && position.reaches(start);
    }

    /** The events after that position, in the order that they came in. */
    List<StreamEvent> after(StreamPosition position) {
        List<StreamEvent> later = new ArrayList<>();
        for (StreamEvent event : events) {
            if (event.offset() >= position.offset(event.partition())) {
                later.add(event);
            }
        }
        return later;
    }
}
