// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.contracts.FeedState.Hints;
import org.migrationnewswire.contracts.FeedState.Rhythm;
import org.migrationnewswire.contracts.FeedState.Timing;

class ScheduleTest {
    /** A Monday. */
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private static final FeedState NEW = FeedState.unpolled("f", NOON);
    private static final Hints NO_HINTS = Hints.NONE;

    private final RandomGenerator noJitter = () -> 0L;
    private final Schedule schedule = new Schedule(Duration.ofMinutes(15), Duration.ofHours(6), noJitter);

    @ParameterizedTest
    @CsvSource({"PT10M, PT15M", "PT2H, PT1H", "P10D, PT6H"})
    void aFeedIsPolledAfterHalfTheTimeBetweenItsEntriesWithinTheBounds(Duration gap, Duration interval) {
        Timing timing = next(feed(null), NO_HINTS, new Rhythm(gap, NOON, false), false);

        assertThat(timing.interval()).isEqualTo(interval);
        assertThat(timing.nextPollAt()).isEqualTo(NOON.plus(interval));
        assertThat(timing.reason()).isEqualTo("rate");
    }

    @Test
    void aFeedThatHasBeenQuietIsPolledMoreRarely() {
        Rhythm quiet = new Rhythm(Duration.ofHours(1), NOON.minus(Duration.ofHours(8)), false);

        assertThat(next(feed(null), NO_HINTS, quiet, false).interval()).isEqualTo(Duration.ofHours(2));
    }

    @ParameterizedTest
    @CsvSource({"PT1H, PT1H, hints", "PT5M, PT15M, rate", "P30D, PT6H, hints"})
    void thePublishersHintsAreKeptToWithinTheBounds(Duration hint, Duration interval, String reason) {
        Timing timing = next(feed(null), new Hints(hint, List.of(), List.of()), Rhythm.UNKNOWN, false);

        assertThat(timing.interval()).isEqualTo(interval);
        assertThat(timing.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "'12', '', 2026-11-02T13:00:00Z",
        "'12,13,14', '', 2026-11-02T15:00:00Z",
        "'', 'monday,tuesday', 2026-11-04T00:00:00Z",
        "'1', 'sunday', 2026-11-02T12:15:00Z"
    })
    void noPollFallsIntoHoursAndDaysThatThePublisherSkips(String hours, String days, Instant at) {
        Hints hints = new Hints(
                null,
                hours.isEmpty()
                        ? List.of()
                        : List.of(hours.split(",")).stream()
                                .map(Integer::valueOf)
                                .toList(),
                days.isEmpty() ? List.of() : List.of(days.split(",")));

        assertThat(next(feed(null), hints, Rhythm.UNKNOWN, false).nextPollAt()).isEqualTo(at);
    }

    @Test
    void aPossibleGapIsFollowedByThePollThatIsSoonest() {
        Timing timing = next(
                feed(null),
                new Hints(Duration.ofHours(5), List.of(), List.of()),
                new Rhythm(Duration.ofDays(1), NOON, false),
                true);

        assertThat(timing.interval()).isEqualTo(Duration.ofMinutes(15));
        assertThat(timing.reason()).isEqualTo("gap");
    }

    @Test
    void anIntervalOfAPersonHoldsUnlessThePublisherAsksForMore() {
        Feed feed = feed(Duration.ofMinutes(30));

        assertThat(next(feed, NO_HINTS, new Rhythm(Duration.ofDays(9), NOON, false), false)
                        .interval())
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(next(feed, new Hints(Duration.ofHours(2), List.of(), List.of()), Rhythm.UNKNOWN, false)
                        .interval())
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void aFeedWhoseHubWorksIsPolledRarely() {
        FeedState.Push push = new FeedState.Push("https://h", "https://t", NOON, NOON.plusSeconds(60), true);
        FeedState pushed =
                new FeedState("f", null, null, null, null, NEW.health(), NEW.timing(), null, push, true, List.of());

        Timing whileTold = schedule.next(feed(null), pushed, NO_HINTS, Rhythm.UNKNOWN, false, NOON);
        Timing afterwards = schedule.next(feed(null), pushed, NO_HINTS, Rhythm.UNKNOWN, false, NOON.plusSeconds(61));

        assertThat(whileTold.interval()).isEqualTo(Duration.ofHours(6));
        assertThat(afterwards.interval()).isEqualTo(Duration.ofMinutes(15));
    }

    @ParameterizedTest
    @CsvSource({"1, PT15M", "2, PT30M", "4, PT2H", "20, PT24H", "9999, PT24H"})
    void aFeedThatFailsIsTriedAfterTwiceAsLongEachTimeAndNeverGivenUp(int failures, Duration wait) {
        assertThat(schedule.backOff(feed(null), NEW, failures, null, NOON).nextPollAt())
                .isEqualTo(NOON.plus(wait));
    }

    @Test
    void aPublisherThatAsksForLongerGetsIt() {
        Timing timing = schedule.backOff(feed(null), NEW, 1, Duration.ofHours(3), NOON);

        assertThat(timing.nextPollAt()).isEqualTo(NOON.plus(Duration.ofHours(3)));
        assertThat(timing.reason()).isEqualTo("retry-after");
    }

    @Test
    void feedsThatAreDueTogetherDriftApart() {
        Schedule jittery = new Schedule(Duration.ofMinutes(15), Duration.ofHours(6), RandomGenerator.getDefault());

        List<Instant> times = Stream.generate(() -> jittery.jittered(NOON, Duration.ofHours(1)))
                .limit(100)
                .distinct()
                .toList();

        assertThat(times).hasSizeGreaterThan(50).allSatisfy(at -> assertThat(at)
                .isBetween(NOON.plus(Duration.ofMinutes(60)), NOON.plus(Duration.ofMinutes(66))));
    }

    @Test
    void theRhythmIsLearntFromDatesFirstAndFromPollsLater() {
        List<Instant> daily =
                List.of(NOON.minus(Duration.ofDays(1)), NOON.minus(Duration.ofDays(2)), NOON.minus(Duration.ofDays(3)));

        Rhythm first = Rhythms.after(Rhythm.UNKNOWN, true, 3, daily, NOON);
        Rhythm later = Rhythms.after(first, false, 1, daily, NOON);

        assertThat(first.gap()).isEqualTo(Duration.ofDays(1));
        assertThat(later.gap()).isEqualTo(Duration.ofDays(1));
        assertThat(later.lastNewsAt()).isEqualTo(NOON);
    }

    @Test
    void aFeedIsSilentWhenItsPauseIsFarLongerThanItsGap() {
        Rhythm daily = new Rhythm(Duration.ofDays(1), NOON, false);

        assertThat(Rhythms.after(daily, false, 0, List.of(), NOON.plus(Duration.ofDays(9)))
                        .silent())
                .isFalse();
        assertThat(Rhythms.after(daily, false, 0, List.of(), NOON.plus(Duration.ofDays(11)))
                        .silent())
                .isTrue();
    }

    private Timing next(Feed feed, Hints hints, Rhythm rhythm, boolean gap) {
        return schedule.next(feed, NEW, hints, rhythm, gap, NOON);
    }

    private static Feed feed(@Nullable Duration interval) {
        return new Feed(
                "f", "https://x.example/f", null, interval, List.of(), Feed.Rights.DEFAULT, null, false, true, NOON);
    }
}
