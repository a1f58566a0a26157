// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.FeedState.Rhythm;

/** How often a feed brings something new, learnt from its dates first and from its polls later. */
public final class Rhythms {
    private static final Duration QUIET_IS_NORMAL = Duration.ofDays(7);
    private static final int SILENT_AFTER_GAPS = 10;
    private static final int DATES_LOOKED_AT = 20;
    private static final double WEIGHT_OF_NEW = 0.3;

    private Rhythms() {}

    /**
     * The rhythm after a poll that answered.
     *
     * @param news how many entries were new; 0 for a first poll, which tells nothing of when they came
     * @param dates of the document's entries
     */
    public static Rhythm after(Rhythm before, boolean first, int news, List<Instant> dates, Instant now) {
        if (first) {
            return new Rhythm(fromDates(dates, now), latest(dates, now), false);
        }
        if (news == 0) {
            return new Rhythm(before.gap(), before.lastNewsAt(), isSilent(before, now));
        }
        return new Rhythm(learnt(before, news, now), now, false);
    }

    private static @Nullable Duration learnt(Rhythm before, int news, Instant now) {
        if (before.lastNewsAt() == null) {
            return before.gap();
        }
        Duration latest = Duration.between(before.lastNewsAt(), now).dividedBy(news);
        if (before.gap() == null) {
            return latest;
        }
        double millis = before.gap().toMillis() * (1 - WEIGHT_OF_NEW) + latest.toMillis() * WEIGHT_OF_NEW;
        return Duration.ofMillis((long) millis);
    }

    private static boolean isSilent(Rhythm rhythm, Instant now) {
        if (rhythm.lastNewsAt() == null || rhythm.gap() == null) {
            return rhythm.silent();
        }
        Duration gaps = rhythm.gap().multipliedBy(SILENT_AFTER_GAPS);
        Duration limit = gaps.compareTo(QUIET_IS_NORMAL) > 0 ? gaps : QUIET_IS_NORMAL;
        return Duration.between(rhythm.lastNewsAt(), now).compareTo(limit) > 0;
    }

    private static @Nullable Duration fromDates(List<Instant> dates, Instant now) {
        List<Instant> sorted = past(dates, now);
        int n = Math.min(sorted.size(), DATES_LOOKED_AT);
        if (n < 2) {
            return null;
        }
        List<Instant> latest = sorted.subList(sorted.size() - n, sorted.size());
        Duration mean = Duration.between(latest.get(0), latest.get(n - 1)).dividedBy(n - 1);
        return mean.isZero() ? null : mean;
    }

    private static @Nullable Instant latest(List<Instant> dates, Instant now) {
        List<Instant> sorted = past(dates, now);
        return sorted.isEmpty() ? null : sorted.get(sorted.size() - 1);
    }

    private static List<Instant> past(List<Instant> dates, Instant now) {
        return dates.stream().filter(d -> !d.isAfter(now)).sorted().toList();
    }
}
