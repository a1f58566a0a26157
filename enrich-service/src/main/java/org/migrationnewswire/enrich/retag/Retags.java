// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.retag;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Ids;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Retag;
import org.migrationnewswire.contracts.Tags;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.UnreadableValueException;
import org.migrationnewswire.contracts.kafka.CommittedLog;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.contracts.kafka.TopicFollower;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The re-taggings: begun here, gone on with after a crash, told of. One runs at a time. */
public final class Retags implements AutoCloseable {
    static final String TRANSACTIONAL_ID = "enrich-retag";

    private static final Logger LOG = LoggerFactory.getLogger(Retags.class);
    private static final long PAUSE_MS = 500;
    /** Somebody waits: the broker is not asked to hold the last fetch, nor long for an answer. */
    private static final Map<String, Object> AT_ONCE =
            Map.of("fetch.max.wait.ms", 20, "default.api.timeout.ms", 10_000);

    private final KafkaConnection connection;
    private final Pace pace;
    private final Tags.TaxonomyReference taxonomy;
    private final RetagView view = new RetagView();
    private final TopicFollower follower;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private @Nullable Thread running;

    /** Re-taggings by that taxonomy, at that pace. */
    public Retags(KafkaConnection connection, Tags.TaxonomyReference taxonomy, Pace pace) {
        this.connection = connection;
        this.taxonomy = taxonomy;
        this.pace = pace;
        this.follower = new TopicFollower(connection, "enrich-retags", List.of(Topic.RETAGS), view::take);
    }

    /** A re-tagging can't begin now, for a reason in a sentence. */
    public static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedException(String why) {
            super(why);
        }
    }

    /**
     * Goes on with what is unfinished; else begins one if the taxonomy is newer than what the history was tagged by.
     *
     * @param previous version of the taxonomy before this one; null when there was none
     */
    public void start(@Nullable String previous) {
        follower.start();
        Thread.ofPlatform().daemon().name("enrich-retag-start").start(() -> begin(previous));
    }

    /** Whether it knows of all that there was when it started. */
    public boolean isComplete() {
        return follower.isComplete();
    }

    /** All, the newest first. */
    public List<Retag> all() {
        return view.all();
    }

    /** That one; null when there is none. */
    public @Nullable Retag find(String id) {
        return view.find(id);
    }

    /**
     * Begins one.
     *
     * @throws RefusedException when one runs or the disk has no room
     */
    public synchronized Retag begin(boolean dryRun, @Nullable String reason, @Nullable String from) {
        Retag other = view.unfinished();
        if (other != null) {
            throw new RefusedException("Re-tagging " + other.id() + " is not done: one runs at a time.");
        }
        Room.check(connection, dryRun);
        Producer<String, byte[]> producer = connection.transactionalProducer(TRANSACTIONAL_ID);
        try {
            producer.initTransactions();
            RetagView now = read();
            Retag quicker = now.unfinished();
            if (quicker != null) { // another instance's, fenced by now: it is ours to go on with
                run(quicker, producer);
                throw new RefusedException("Re-tagging " + quicker.id() + " has just begun: one runs at a time.");
            }
            Retag retag = begun(dryRun, reason, from);
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(Topic.RETAGS.topicName(), retag.id(), Json.write(retag)));
            producer.commitTransaction();
            run(retag, producer);
            return retag;
        } catch (KafkaException e) {
            producer.close();
            throw e;
        }
    }

    @Override
    public void close() {
        stopped.set(true);
        Thread current = running;
        if (current != null) {
            current.interrupt();
        }
        follower.close();
    }

    private void begin(@Nullable String previous) {
        try {
            while (!stopped.get() && !isBegun(previous)) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when it is to be tried again. */
    private boolean isBegun(@Nullable String previous) {
        if (!follower.isComplete()) {
            return false;
        }
        try {
            Retag unfinished = view.unfinished();
            if (unfinished != null) {
                resume(unfinished);
            } else if (previous != null && !isTaggedBy(taxonomy.version())) {
                begin(false, "a new taxonomy", previous);
            }
            return true;
        } catch (RefusedException e) {
            LOG.warn("The history is not tagged again taxonomy={} reason={}", taxonomy.version(), e.getMessage());
            return true;
        } catch (KafkaException e) {
            LOG.warn("The re-tagging could not begin; trying again reason={}", e.toString());
            return false;
        }
    }

    private boolean isTaggedBy(String version) {
        return view.all().stream()
                .anyMatch(r -> !r.dryRun() && r.taxonomy().version().equals(version));
    }

    private Retag begun(boolean dryRun, @Nullable String reason, @Nullable String from) {
        Map<Integer, Long> positions = new TreeMap<>();
        Map<Integer, Long> ends = new TreeMap<>();
        try (Consumer<String, byte[]> consumer = connection.consumer("enrich-retag-ends", AT_ONCE)) {
            consumer.assign(CommittedLog.partitions(consumer, Topic.ITEMS));
            consumer.endOffsets(consumer.assignment()).forEach((partition, end) -> {
                positions.put(partition.partition(), 0L);
                ends.put(partition.partition(), end);
            });
        }
        String id = Ids.hash(UUID.randomUUID().toString());
        return new Retag(
                id, taxonomy, from, dryRun, reason, Retag.Status.RUNNING, positions, ends, null, Instant.now(), null);
    }

    private RetagView read() {
        RetagView now = new RetagView();
        try (Consumer<String, byte[]> consumer = connection.consumer("enrich-retags-now", AT_ONCE)) {
            CommittedLog.readToEnd(consumer, CommittedLog.partitions(consumer, Topic.RETAGS), record -> {
                try {
                    now.take(record);
                } catch (UnreadableValueException e) {
                    // somebody else wrote it; the follower has told of it
                }
            });
        }
        return now;
    }

    private void run(Retag retag, @Nullable Producer<String, byte[]> producer) {
        Replayer replayer = new Replayer(connection, view, pace, stopped);
        running = Thread.ofPlatform().daemon().name("enrich-retag").start(() -> untilDone(replayer, retag, producer));
    }

    private synchronized void resume(Retag retag) {
        run(retag, null);
    }

    private void untilDone(Replayer replayer, Retag first, @Nullable Producer<String, byte[]> given) {
        Producer<String, byte[]> producer = given;
        Retag retag = first;
        while (!stopped.get()) {
            try {
                if (producer == null) {
                    producer = connection.transactionalProducer(TRANSACTIONAL_ID);
                    producer.initTransactions();
                    Retag current = read().find(first.id());
                    retag = current == null ? first : current;
                }
                replayer.run(retag, producer);
                producer.close();
                return;
            } catch (ProducerFencedException | InvalidProducerEpochException e) {
                LOG.info("Another instance goes on with the re-tagging id={}", first.id());
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (KafkaException e) {
                LOG.warn("The re-tagging stumbled and goes on id={} reason={}", first.id(), e.toString());
                if (producer != null) {
                    producer.close();
                }
                producer = null;
            }
        }
    }
}
