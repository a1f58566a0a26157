// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.migrationnewswire.contracts.Feed;

/** When a feed is polled next. */
public final class Schedule {
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int MAX_DOUBLINGS = 20;

    private final Duration shortest;
    private final RandomGenerator random;

    /**
     * A schedule.
     *
     * @param shortest time between two polls of a feed that has no interval of its own
     */
    public Schedule(Duration shortest, RandomGenerator random) {
        this.shortest = shortest;
        this.random = random;
    }

    /** Time between two polls of a feed that answers. */
    public Duration interval(Feed feed) {
        return feed.interval() == null ? shortest : feed.interval();
    }

    /** Time until a feed is tried again after that many failures in a row, never less than the publisher asks. */
    public Duration backOff(Feed feed, int failures, Duration atLeast) {
        Duration wait = interval(feed).multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        Duration capped = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        return capped.compareTo(atLeast) < 0 ? atLeast : capped;
    }

    /** That long after the instant, and up to a tenth more. */
    public Instant next(Instant from, Duration interval) {
        long jitter = interval.toMillis() < 10 ? 0 : random.nextLong(interval.toMillis() / 10);
        return from.plus(interval).plusMillis(jitter);
    }
}
