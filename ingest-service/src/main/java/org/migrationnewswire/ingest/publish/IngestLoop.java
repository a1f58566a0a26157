// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.ingest.schedule.DiskGuard;
import org.migrationnewswire.ingest.schedule.Schedule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that owns partitions and writes. It runs a session after another until it is stopped: a session ends
 * when anything goes wrong with Kafka, and the next one begins by joining the group again.
 */
public final class IngestLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IngestLoop.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final KafkaConnection connection;
    private final Membership membership;
    private final Poller poller;
    private final PollOutcomes outcomes;
    private final Subscriber subscriber;
    private final DiskGuard disk;
    private final PollAccount account;
    private final Clock clock;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Thread thread = new Thread(this::run, "ingest-owner");
    private volatile @Nullable Session session;

    /**
     * A loop that is not started yet.
     *
     * @param connection the way to Kafka
     * @param membership how it takes part in the group
     * @param poller fetches and parses; not closed by the loop
     * @param subscriber asks hubs
     * @param disk says whether there is room for what polls bring
     */
    public IngestLoop(
            KafkaConnection connection,
            Membership membership,
            Poller poller,
            Schedule schedule,
            Subscriber subscriber,
            DiskGuard disk,
            PollAccount account,
            Clock clock) {
        this.connection = connection;
        this.membership = membership;
        this.poller = poller;
        this.outcomes = new PollOutcomes(schedule, new Pushes(subscriber.isEnabled()));
        this.subscriber = subscriber;
        this.disk = disk;
        this.account = account;
        this.clock = clock;
    }

    /** Begins. */
    public void start() {
        thread.start();
    }

    /** Whether it is a member of its group now. */
    public boolean isMember() {
        Session current = session;
        return current != null && current.isMember();
    }

    /** Stops after the transaction under way, within five seconds. */
    @Override
    public void close() {
        stopped.set(true);
        Session current = session;
        if (current != null) {
            current.wakeup();
        }
        try {
            thread.join(STOP_WITHIN.toMillis());
            if (thread.isAlive()) {
                LOG.warn("The ingest loop did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped.get()) {
            try (Session current =
                    new Session(connection, membership, poller, outcomes, subscriber, disk, account, clock)) {
                session = current;
                current.run(stopped::get);
            } catch (WakeupException e) {
                LOG.debug("The session was woken up to stop");
            } catch (RuntimeException e) {
                if (!stopped.get()) {
                    LOG.warn("The session is over and begins again reason={}", e.toString());
                }
                pause();
            } finally {
                session = null;
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            stopped.set(true);
            Thread.currentThread().interrupt();
        }
    }
}
