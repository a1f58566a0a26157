// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.search;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.query.Fields;
import org.migrationnewswire.query.Times;
import org.migrationnewswire.runtime.http.ProblemException;

/**
 * Items counted by hour, day, week (from Monday) or month of a zone: a day is as long as it is there, be it 23 hours.
 *
 * @param interval how long a span is
 * @param zone whose clock says where it begins
 */
public record Timeline(Interval interval, ZoneId zone) {
    /** The name of the parameter that says the interval. */
    public static final String INTERVAL = "interval";

    private static final int MOST = 2_000;

    /** How long a span is. */
    public enum Interval {
        HOUR,
        DAY,
        WEEK,
        MONTH
    }

    /**
     * A span of time.
     *
     * @param start its beginning, with the offset that holds there then
     * @param count items
     */
    public record Bucket(String start, int count) {}

    static Timeline of(Map<String, List<String>> parameters) {
        String interval = first(parameters, INTERVAL);
        try {
            return new Timeline(
                    interval == null ? Interval.DAY : Interval.valueOf(interval.toUpperCase(Locale.ROOT)),
                    Times.zone(first(parameters, "zone")));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(INTERVAL, 0, "'interval' is hour, day, week or month.");
        }
    }

    private static @Nullable String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw ProblemException.badRequest(name, null, "'" + name + "' is given more than once.");
        }
        return values.isEmpty() || values.getFirst().isBlank() ? null : values.getFirst();
    }

    List<Bucket> of(IndexSearcher searcher, Query query) throws IOException {
        Counter counter = new Counter();
        searcher.search(query, counter);
        counter.leave();
        List<Bucket> buckets = new ArrayList<>();
        if (counter.counts.isEmpty()) {
            return buckets;
        }
        ZonedDateTime last = Instant.ofEpochMilli(counter.counts.lastKey()).atZone(zone);
        ZonedDateTime at = Instant.ofEpochMilli(counter.counts.firstKey()).atZone(zone);
        while (!at.isAfter(last)) {
            if (buckets.size() == MOST) {
                throw tooMany();
            }
            int count = counter.counts.getOrDefault(at.toInstant().toEpochMilli(), 0);
            buckets.add(new Bucket(at.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME), count));
            at = next(at);
        }
        return buckets;
    }

    private static ProblemException tooMany() {
        return ProblemException.badRequest(
                INTERVAL,
                null,
                "That is more than " + MOST + " spans: take a longer interval, or 'since' and 'until'.");
    }

    ZonedDateTime start(Instant of) {
        ZonedDateTime there = of.atZone(zone);
        LocalDate day = there.toLocalDate();
        return switch (interval) {
            case HOUR -> there.truncatedTo(ChronoUnit.HOURS);
            case DAY -> day.atStartOfDay(zone);
            case WEEK ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay(zone);
            case MONTH -> day.withDayOfMonth(1).atStartOfDay(zone);
        };
    }

    ZonedDateTime next(ZonedDateTime start) {
        LocalDate day = start.toLocalDate();
        return switch (interval) {
            case HOUR -> start(start.plusHours(1).toInstant());
            case DAY -> day.plusDays(1).atStartOfDay(zone);
            case WEEK -> day.plusWeeks(1).atStartOfDay(zone);
            case MONTH -> day.plusMonths(1).atStartOfDay(zone);
        };
    }

    /** The index is sorted by date, so that the span of one item is mostly that of the next too. */
    private final class Counter extends SimpleCollector {
        private final TreeMap<Long, Integer> counts = new TreeMap<>();
        private long from;
        private long to;
        private int count;
        private @Nullable NumericDocValues dates;

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            dates = DocValues.getNumeric(context.reader(), Fields.SORT_DATE);
        }

        @Override
        public void collect(int doc) throws IOException {
            NumericDocValues of = dates;
            if (of == null || !of.advanceExact(doc)) {
                return;
            }
            long date = of.longValue();
            if (date < from || date >= to) {
                leave();
                ZonedDateTime start = start(Instant.ofEpochMilli(date));
                from = start.toInstant().toEpochMilli();
                to = next(start).toInstant().toEpochMilli();
            }
            count++;
        }

        void leave() {
            if (count > 0) {
                counts.merge(from, count, Integer::sum);
                count = 0;
            }
            if (counts.size() > MOST) {
                throw tooMany();
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
