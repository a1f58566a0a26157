// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.stream;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.EventType;
import org.migrationnewswire.store.index.OneItem;
import org.migrationnewswire.store.index.StandingFilter;

/**
 * One reader and what waits for it, taken as fast as it asks. One thread at a time gives; it never waits, but for room
 * while the reader catches up.
 */
public final class StreamReader implements Flow.Publisher<StreamMessage>, Flow.Subscription {
    private final StandingFilter filter;
    private final Sight sight;
    private final Set<EventType> types;
    private final Semaphore room;
    private final Runnable onEnd;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicLong wanted = new AtomicLong();
    private final AtomicInteger work = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Flow.@Nullable Subscriber<? super StreamMessage> subscriber;
    private volatile boolean ending;
    private volatile long movedAt = System.nanoTime();

    /** Events take room, what we say ourselves does not. */
    private record Waiting(StreamMessage message, boolean takesRoom) {}

    StreamReader(StandingFilter filter, Sight sight, Set<EventType> types, int queueLimit, Runnable onEnd) {
        this.filter = filter;
        this.sight = sight;
        this.types = Set.copyOf(types);
        this.room = new Semaphore(queueLimit);
        this.onEnd = onEnd;
    }

    StandingFilter filter() {
        return filter;
    }

    /** Whether it may see the event and wants its type; withdrawals concern whoever has seen the item. */
    boolean takes(StreamEvent event) {
        return (event.type() == EventType.WITHDRAWN || types.contains(event.type())) && sight.covers(event);
    }

    boolean wants(StreamEvent event, OneItem item) {
        return wants(event, filter, item);
    }

    /** By another filter than its own: a first fill's. */
    boolean wants(StreamEvent event, StandingFilter by, OneItem item) {
        return takes(event) && (event.type() == EventType.WITHDRAWN || by.matches(item));
    }

    /** Gives it an event; without room it is told to resume from before it, and let go: then false. */
    boolean offer(StreamEvent event, StreamPosition before, String id) {
        if (ending) {
            return false;
        }
        if (!room.tryAcquire()) {
            finish(StreamMessage.slow(before.text()));
            return false;
        }
        put(new Waiting(StreamMessage.item(event, sight.data(event), id), true));
        return true;
    }

    /** Waits until there is room for that many events. */
    boolean awaitRoom(int events, long atMostMs) throws InterruptedException {
        boolean there = room.tryAcquire(events, atMostMs, TimeUnit.MILLISECONDS);
        if (there) {
            room.release(events);
        }
        return there;
    }

    void tell(StreamMessage message) {
        if (!ending) {
            put(new Waiting(message, false));
        }
    }

    /** Ends after that message. */
    void finish(StreamMessage last) {
        if (!ending) {
            queue.add(new Waiting(last, false));
            finish();
        }
    }

    /** Ends when all that waits has been taken. */
    void finish() {
        ending = true;
        drain();
    }

    boolean isIdle() {
        return queue.isEmpty();
    }

    boolean isEnding() {
        return ending || ended.get();
    }

    /** Nanoseconds since it last took something. */
    long stillFor() {
        return System.nanoTime() - movedAt;
    }

    /** Gives it up at once: it takes nothing any more. */
    void abandon() {
        Flow.Subscriber<? super StreamMessage> to = subscriber;
        if (end() && to != null) {
            to.onError(new IllegalStateException("the reader takes nothing any more"));
        }
    }

    @Override
    public void subscribe(Flow.Subscriber<? super StreamMessage> who) {
        subscriber = who;
        who.onSubscribe(this);
        drain();
    }

    @Override
    public void request(long n) {
        wanted.addAndGet(Math.min(n, Integer.MAX_VALUE));
        drain();
    }

    @Override
    public void cancel() {
        end();
    }

    private void put(Waiting waiting) {
        queue.add(waiting);
        drain();
    }

    /** Whoever finds nobody at it hands over what is wanted; the others leave it to that one. */
    private void drain() {
        if (work.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        do {
            handOver();
            missed = work.addAndGet(-missed);
        } while (missed != 0);
    }

    private void handOver() {
        Flow.Subscriber<? super StreamMessage> to = subscriber;
        if (to == null) {
            return;
        }
        while (!ended.get() && wanted.get() > 0) {
            Waiting next = queue.poll();
            if (next == null) {
                break;
            }
            wanted.decrementAndGet();
            movedAt = System.nanoTime();
            if (next.takesRoom()) {
                room.release();
            }
            to.onNext(next.message());
        }
        if (ending && queue.isEmpty() && end()) {
            to.onComplete();
        }
    }

    private boolean end() {
        boolean first = ended.compareAndSet(false, true);
        if (first) {
            ending = true;
            onEnd.run();
        }
        return first;
    }
}
