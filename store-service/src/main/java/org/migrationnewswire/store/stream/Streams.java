// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.EventType;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.query.Filter;
import org.migrationnewswire.query.Vocabulary;
import org.migrationnewswire.runtime.http.Reader;
import org.migrationnewswire.store.index.StandingFilter;
import org.migrationnewswire.store.rights.FeedRights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The streams of one replica: who reads, and from where. Thread-safe. */
public final class Streams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

    private final StreamLimits limits;
    private final Supplier<Vocabulary> vocabulary;
    private final FeedRights rights;
    private final StreamHub hub;
    private final StreamFeed feed;
    private final CatchUp catchUp;
    private final AtomicInteger readers = new AtomicInteger();

    /** Streams that are not started yet. */
    public Streams(
            KafkaConnection connection,
            Supplier<Vocabulary> vocabulary,
            FeedRights rights,
            StreamLimits limits,
            MeterRegistry meters) {
        this.limits = limits;
        this.vocabulary = vocabulary;
        this.rights = rights;
        this.hub = new StreamHub(limits.ring(), vocabulary);
        this.feed = new StreamFeed(connection, hub, limits.heartBeat());
        this.catchUp = new CatchUp(hub, connection, vocabulary, limits);
        Gauge.builder("newswire.store.stream.readers", readers, AtomicInteger::get)
                .register(meters);
    }

    /** Begins to follow the log. */
    public void start() {
        feed.start();
    }

    /** Whether readers can come. */
    public boolean isReady() {
        return hub.position() != null;
    }

    /**
     * A new reader; nothing when there are too many.
     *
     * @param who reads: it is given what it may see
     * @param filter what it wants; its {@code since} makes the first fill alone, when it does not resume
     * @param types of events that it wants
     * @param after where it has come to; null when it begins
     * @throws org.migrationnewswire.query.FilterException when the filter can't be understood
     */
    public Optional<StreamReader> open(
            Reader who, Filter filter, Set<EventType> types, @Nullable StreamPosition after) {
        Filter always = new Filter(filter.q(), filter.terms(), filter.membersOf(), null, filter.until());
        StandingFilter live = new StandingFilter(always, vocabulary.get());
        StandingFilter fill = new StandingFilter(filter, vocabulary.get());
        if (readers.incrementAndGet() > limits.readers()) {
            readers.decrementAndGet();
            return Optional.empty();
        }
        StreamReader[] self = new StreamReader[1];
        StreamReader reader = new StreamReader(live, new Sight(who, rights), types, limits.queue(), () -> {
            readers.decrementAndGet();
            hub.leave(self[0]);
        });
        self[0] = reader;
        begin(reader, fill, after);
        return Optional.of(reader);
    }

    private void begin(StreamReader reader, StandingFilter fill, @Nullable StreamPosition after) {
        StreamPosition here = hub.position();
        Instant since = fill.filter().since();
        if (here == null) {
            throw new IllegalStateException("the stream has not begun");
        }
        if (after != null) {
            reader.tell(StreamMessage.opening(after.text()));
            background(reader, () -> catchUp.resume(reader, after));
        } else if (since != null) {
            reader.tell(StreamMessage.opening(null));
            background(reader, () -> catchUp.fill(reader, fill, since));
        } else {
            reader.tell(StreamMessage.opening(here.text()));
            if (!hub.join(reader, here, limits.queue() / 2)) {
                background(reader, () -> catchUp.resume(reader, here));
            }
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }

    private static void background(StreamReader reader, Work work) {
        Thread.ofVirtual().name("store-stream-catch-up").start(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                reader.finish();
            } catch (RuntimeException e) {
                LOG.warn("A reader is let go, and will come again reason={}", e.toString());
                reader.finish();
            }
        });
    }

    /** Lets readers go and stops. */
    @Override
    public void close() {
        hub.close();
        feed.close();
    }
}
