// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.EventType;
import org.migrationnewswire.query.Filter;
import org.migrationnewswire.query.Vocabulary;
import org.migrationnewswire.store.index.OneItem;

/** The live readers and the ring of recent events. Thread-safe: one lock holds where the stream has come to. */
final class StreamHub {
    private static final long STILL_TOO_LONG_NS = TimeUnit.MINUTES.toNanos(1);

    private final int ringSize;
    private final Supplier<Vocabulary> vocabulary;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Filter, Group> groups = new HashMap<>();
    private @Nullable StreamPosition position;
    private @Nullable Ring ring;

    /** Readers whose filters are equal; {@code ahead} are those that have had more elsewhere than we have read. */
    private record Group(Set<StreamReader> readers, Map<StreamReader, StreamPosition> ahead) {}

    StreamHub(int ringSize, Supplier<Vocabulary> vocabulary) {
        this.ringSize = ringSize;
        this.vocabulary = vocabulary;
    }

    /** Where the stream is; null until it has begun. */
    @Nullable
    StreamPosition position() {
        return locked(() -> position);
    }

    /** The stream begins there; readers of another log are sent away. */
    void begin(StreamPosition start) {
        locked(() -> {
            if (position != null && !position.topicId().equals(start.topicId())) {
                everyone()
                        .forEach(reader -> reader.finish(StreamMessage.reset("This is another log now: begin anew.")));
                groups.clear();
            }
            position = start;
            ring = new Ring(ringSize, start);
            return start;
        });
    }

    /** Gives the event to whom it concerns; one that was given before is passed over. */
    void publish(StreamEvent event) {
        locked(() -> {
            StreamPosition before = begun();
            if (event.offset() < before.offset(event.partition())) {
                return null;
            }
            StreamPosition after = before.with(event.partition(), event.offset() + 1);
            OneItem item = new OneItem(event.item(), vocabulary.get());
            String id = after.text();
            List.copyOf(groups.values()).forEach(group -> give(group, event, item, before, after, id));
            position = after;
            if (ring != null) {
                ring.add(event);
            }
            return null;
        });
    }

    private static void give(
            Group group, StreamEvent event, OneItem item, StreamPosition before, StreamPosition after, String id) {
        StreamReader any =
                group.readers().isEmpty() ? null : group.readers().iterator().next();
        if (any == null || !(event.type() == EventType.WITHDRAWN || any.filter().matches(item))) {
            return;
        }
        for (StreamReader reader : List.copyOf(group.readers())) { // who is cut off leaves meanwhile
            if (!reader.takes(event)) {
                continue;
            }
            StreamPosition had = group.ahead().get(reader);
            if (had == null) {
                reader.offer(event, before, id);
            } else if (event.offset() >= had.offset(event.partition())) {
                reader.offer(event, had.max(before), had.max(after).text());
            }
        }
        group.ahead().values().removeIf(after::reaches);
    }

    /** The events after that position when the ring has them all; null when it does not. */
    @Nullable
    List<StreamEvent> recent(StreamPosition from) {
        return locked(() -> {
            Ring now = ring;
            return now == null || !now.covers(from) ? null : now.after(from);
        });
    }

    /**
     * Makes the reader a live one, after the few events that have come since that position; false when they are more
     * than a few, or not in the ring.
     */
    boolean join(StreamReader reader, StreamPosition from, int few) {
        return locked(() -> {
            if (reader.isEnding()) { // it has left, and must not be remembered
                return true;
            }
            Ring now = ring;
            StreamPosition reached = from;
            if (now != null && !from.reaches(begun())) {
                List<StreamEvent> missing = now.covers(from) ? now.after(from) : List.of();
                if (!now.covers(from) || missing.size() > few) { // another log's is never covered
                    return false;
                }
                reached = CatchUp.give(reader, missing, from, vocabulary.get());
            }
            Group group = groups.computeIfAbsent(
                    reader.filter().filter(), filter -> new Group(new LinkedHashSet<>(), new HashMap<>()));
            group.readers().add(reader);
            if (!begun().reaches(reached)) {
                group.ahead().put(reader, reached);
            }
            return true;
        });
    }

    void leave(StreamReader reader) {
        locked(() -> {
            Filter filter = reader.filter().filter();
            Group group = groups.get(filter);
            if (group != null && group.readers().remove(reader)) {
                group.ahead().remove(reader);
                if (group.readers().isEmpty()) {
                    groups.remove(filter);
                }
            }
            return null;
        });
    }

    /** Tells quiet readers that we are there and where they are; gives up those that take nothing. */
    void heartBeat() {
        List<StreamReader> still = locked(() -> {
            List<StreamReader> taking = new ArrayList<>();
            StreamPosition here = position;
            if (here == null) {
                return taking;
            }
            String id = here.text();
            groups.values().forEach(group -> group.readers().forEach(reader -> {
                if (!reader.isIdle() && reader.stillFor() > STILL_TOO_LONG_NS) {
                    taking.add(reader);
                } else if (reader.isIdle()) {
                    StreamPosition had = group.ahead().get(reader);
                    reader.tell(StreamMessage.heartBeat(
                            had == null ? id : had.max(here).text()));
                }
            }));
            return taking;
        });
        still.forEach(StreamReader::abandon);
    }

    /** Lets all readers go. */
    void close() {
        locked(() -> {
            everyone().forEach(StreamReader::finish);
            groups.clear();
            return null;
        });
    }

    private List<StreamReader> everyone() {
        return groups.values().stream()
                .flatMap(group -> group.readers().stream())
                .toList();
    }

    private StreamPosition begun() {
        if (position == null) {
            throw new IllegalStateException("the stream has not begun");
        }
        return position;
    }

    private <T extends @Nullable Object> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
