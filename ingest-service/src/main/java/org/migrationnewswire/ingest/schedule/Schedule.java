// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.contracts.FeedState.Hints;
import org.migrationnewswire.contracts.FeedState.Timing;

/** When a feed is polled next, and why then. */
public final class Schedule {
    private static final Duration LONGEST_BACK_OFF = Duration.ofHours(24);
    private static final int MAX_DOUBLINGS = 20;
    private static final int HOURS_OF_A_WEEK = 7 * 24;

    private final Duration shortest;
    private final Duration longest;
    private final RandomGenerator random;

    /**
     * A schedule.
     *
     * @param shortest time between two polls of a feed that has no interval of its own
     * @param longest time between two polls of any feed that answers
     */
    public Schedule(Duration shortest, Duration longest, RandomGenerator random) {
        this.shortest = shortest;
        this.longest = longest.compareTo(shortest) < 0 ? shortest : longest;
        this.random = random;
    }

    /**
     * The next poll of a feed that answers: after half the time between two entries, or after the interval that a
     * person gave it; not before the publisher's hints, as far as they are within the longest interval; at once after
     * the shortest interval when entries may have been missed; after the longest while a hub tells of its news.
     *
     * @param gap whether entries may have been missed since the poll before
     * @param now when it answered
     */
    public Timing next(Feed feed, FeedState before, Hints hints, FeedState.Rhythm rhythm, boolean gap, Instant now) {
        Duration least = least(feed);
        Duration most = feed.interval() == null || longest.compareTo(least) > 0 ? longest : least;
        Duration interval = feed.interval() == null ? byRate(rhythm, now) : least;
        String reason = feed.interval() == null ? "rate" : "own-interval";
        if (before.push() != null && before.push().isTrusted(now)) {
            interval = most;
            reason = "pushed";
        }
        Duration asked = hints.atLeast();
        if (gap) {
            interval = least;
            reason = "gap";
        } else if (asked != null && asked.compareTo(interval) > 0) {
            interval = asked.compareTo(most) > 0 ? most : asked;
            reason = "hints";
        }
        Instant at = afterSkipped(jittered(now, interval), hints);
        return new Timing(interval, at, reason, hints, before.timing().sinceFull());
    }

    /** The next try of a feed that has failed that many times in a row, never sooner than the publisher asks. */
    public Timing backOff(Feed feed, FeedState before, int failures, @Nullable Duration atLeast, Instant now) {
        Duration doubled = least(feed).multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        Duration wait = doubled.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : doubled;
        Duration asked = atLeast == null ? Duration.ZERO : atLeast;
        Duration interval = asked.compareTo(wait) > 0 ? asked : wait;
        return new Timing(
                interval,
                jittered(now, interval),
                interval.equals(asked) ? "retry-after" : "back-off",
                before.timing().hints(),
                before.timing().sinceFull());
    }

    /** That long after the instant, and up to a tenth more. */
    public Instant jittered(Instant from, Duration interval) {
        long jitter = interval.toMillis() < 10 ? 0 : random.nextLong(interval.toMillis() / 10);
        return from.plus(interval).plusMillis(jitter);
    }

    /** The shortest time between two polls of the feed. */
    public Duration least(Feed feed) {
        return feed.interval() == null ? shortest : feed.interval();
    }

    /** Half the mean time between entries, so that successive documents overlap; longer the longer it is quiet. */
    private Duration byRate(FeedState.Rhythm rhythm, Instant now) {
        if (rhythm.gap() == null) {
            return shortest;
        }
        Duration quiet = rhythm.lastNewsAt() == null
                ? Duration.ZERO
                : Duration.between(rhythm.lastNewsAt(), now).dividedBy(4);
        Duration half = rhythm.gap().dividedBy(2);
        Duration wanted = half.compareTo(quiet) > 0 ? half : quiet;
        if (wanted.compareTo(shortest) < 0) {
            return shortest;
        }
        return wanted.compareTo(longest) > 0 ? longest : wanted;
    }

    /** The first hour from then on in which the publisher does not say that nothing is published (in UTC). */
    private static Instant afterSkipped(Instant at, Hints hints) {
        ZonedDateTime time = at.atZone(ZoneOffset.UTC);
        for (int i = 0; i < HOURS_OF_A_WEEK && isSkipped(time, hints); i++) {
            time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        }
        return isSkipped(time, hints) ? at : time.toInstant();
    }

    private static boolean isSkipped(ZonedDateTime time, Hints hints) {
        DayOfWeek day = time.getDayOfWeek();
        return hints.skipHours().contains(time.getHour())
                || hints.skipDays().contains(day.name().toLowerCase(Locale.ROOT));
    }
}
