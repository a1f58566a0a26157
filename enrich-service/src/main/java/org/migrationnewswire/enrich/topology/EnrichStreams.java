// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.topology;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.enrich.correct.CorrectedTags;
import org.migrationnewswire.enrich.tag.Tagger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topology at work: started, watched, started anew when it has failed. */
public final class EnrichStreams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EnrichStreams.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(4);
    private static final long LOOK_EVERY_MS = 200;

    private final Tagging tagging;
    private final Properties properties;
    private final Runnable end;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Thread watcher =
            Thread.ofPlatform().daemon().name("enrich-watcher").unstarted(this::watch);
    private volatile @Nullable KafkaStreams streams;

    /**
     * Streams that are not started yet.
     *
     * @param end called when a thread failed in a way that no other thread of this process can mend
     */
    public EnrichStreams(
            KafkaConnection connection,
            StreamsConfiguration configuration,
            Tagger tagger,
            CorrectedTags corrected,
            TagAccount account,
            Runnable end) {
        this.end = end;
        this.tagging = new Tagging(tagger, corrected, account, () -> new KafkaItemLog(connection));
        this.properties = configuration.properties(connection);
    }

    /** Begins. */
    public void start() {
        watcher.start();
    }

    /** Whether it tags now. */
    public boolean isRunning() {
        KafkaStreams current = streams;
        return current != null && current.state() == KafkaStreams.State.RUNNING;
    }

    @Override
    public void close() {
        stopped.set(true);
        watcher.interrupt();
        KafkaStreams current = streams;
        if (current != null && !current.close(STOP_WITHIN)) {
            LOG.warn("The stream did not stop in time");
        }
    }

    private void watch() {
        try {
            while (!stopped.get()) {
                KafkaStreams current = streams;
                if (current == null || current.state() == KafkaStreams.State.ERROR) {
                    begin(current);
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(@Nullable KafkaStreams failed) {
        if (failed != null) {
            LOG.warn("The stream failed and begins again");
            failed.close(STOP_WITHIN);
        }
        try {
            KafkaStreams next = new KafkaStreams(EnrichTopology.of(tagging), properties);
            next.setUncaughtExceptionHandler(this::afterFailure);
            streams = next;
            next.start();
        } catch (RuntimeException e) {
            LOG.warn("The stream could not begin; trying again reason={}", e.toString());
            streams = null;
        }
    }

    /** An Error, such as a native library that can't be loaded, would meet the next thread too. */
    private StreamThreadExceptionResponse afterFailure(Throwable failure) {
        if (failure instanceof Error || failure.getCause() instanceof Error) {
            LOG.error("Tagging can't go on in this process reason={}", failure.toString());
            end.run();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.warn("A stream thread failed and is replaced reason={}", failure.toString());
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
