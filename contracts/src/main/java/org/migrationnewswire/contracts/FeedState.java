// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ingest remembers of a feed between polls; a record of {@link Topic#FEED_STATE}, keyed by feed id. Small: what
 * it knows of each entry stands in {@link Entry}.
 *
 * @param feedId the feed
 * @param title what the document last called itself
 * @param link the site that it belongs to
 * @param place where it is fetched now, when that is no longer the feed's own URL
 * @param validators what the server gave to ask "has it changed?" with
 * @param health how the last polls went
 * @param timing when it is polled next, and why then
 * @param rhythm how often it brings something new
 * @param push the hub that tells of its news (WebSub); null when there is none
 * @param polled true once a poll has succeeded: what comes after is news, what came with it was backfill
 * @param lastPolls the latest first, at most 10
 */
public record FeedState(
        String feedId,
        @Nullable String title,
        @Nullable String link,
        Place place,
        Validators validators,
        Health health,
        Timing timing,
        Rhythm rhythm,
        @Nullable Push push,
        boolean polled,
        List<Poll> lastPolls) {
    public FeedState {
        Require.text("feed id", feedId);
        place = place == null ? Place.OWN : place;
        validators = validators == null ? Validators.NONE : validators;
        timing = timing == null ? Timing.DUE : timing;
        rhythm = rhythm == null ? Rhythm.UNKNOWN : rhythm;
        lastPolls = Require.list(lastPolls);
    }

    /** The state of a feed that has not been polled: it is due at once. */
    public static FeedState unpolled(String feedId, Instant now) {
        return new FeedState(
                feedId,
                null,
                null,
                Place.OWN,
                Validators.NONE,
                new Health(Status.NEW, 0, now, null),
                new Timing(Duration.ZERO, now, "new", Hints.NONE, 0),
                Rhythm.UNKNOWN,
                null,
                false,
                List.of());
    }

    /**
     * Where a feed is fetched.
     *
     * @param url the address now; null for the feed's own
     * @param movingTo where the last polls were sent for good; null when they were not
     * @param times how many polls in a row were
     */
    public record Place(@Nullable String url, @Nullable String movingTo, int times) {
        /** The feed's own URL. */
        public static final Place OWN = new Place(null, null, 0);
    }

    /**
     * When a feed is polled next.
     *
     * @param interval time between polls as the scheduler now has it
     * @param nextPollAt when it is next due; null when it is not to be polled
     * @param reason why then: {@code new}, {@code own-interval}, {@code rate}, {@code hints}, {@code gap},
     *     {@code pushed}, {@code back-off}, {@code retry-after}, {@code gone} or {@code asked}
     * @param hints what the publisher last said of when to come again
     * @param sinceFull polls since the last one without validators
     */
    public record Timing(Duration interval, @Nullable Instant nextPollAt, String reason, Hints hints, int sinceFull) {
        private static final Timing DUE = new Timing(Duration.ZERO, Instant.EPOCH, "new", Hints.NONE, 0);

        public Timing {
            hints = hints == null ? Hints.NONE : hints;
        }
    }

    /**
     * What a publisher says of when to come again.
     *
     * @param atLeast the longest of Cache-Control, Expires, {@code ttl} and {@code sy:updatePeriod}; null when none is
     *     given
     * @param skipHours hours of the day (UTC, 0 to 23) in which it publishes nothing
     * @param skipDays days of the week, {@code monday} to {@code sunday}, in which it publishes nothing
     */
    public record Hints(@Nullable Duration atLeast, List<Integer> skipHours, List<String> skipDays) {
        /** It says nothing. */
        public static final Hints NONE = new Hints(null, List.of(), List.of());

        public Hints {
            skipHours = Require.list(skipHours);
            skipDays = Require.list(skipDays);
        }
    }

    /**
     * How often a feed brings something new.
     *
     * @param gap mean time between new entries; null before it is known
     * @param lastNewsAt when a poll last brought something new; null before
     * @param silent whether it has been silent for far longer than its gap
     */
    public record Rhythm(@Nullable Duration gap, @Nullable Instant lastNewsAt, boolean silent) {
        /** Nothing is known yet. */
        public static final Rhythm UNKNOWN = new Rhythm(null, null, false);
    }

    /**
     * A subscription at a hub (W3C WebSub).
     *
     * @param hub its address
     * @param topic what the hub calls the feed
     * @param askedAt when it was last asked to subscribe us
     * @param until when its lease ends; null before the hub has verified that we want it
     * @param works whether it has told us of news, and of all that polls have found since
     */
    public record Push(
            String hub,
            String topic,
            Instant askedAt,
            @Nullable Instant until,
            boolean works) {
        /** Whether polls may be rarer because of it. */
        public boolean isTrusted(Instant now) {
            return works && until != null && now.isBefore(until);
        }
    }

    /**
     * Validators of a conditional request (RFC 9110, section 8.8), exactly as the server sent them.
     *
     * @param etag value of {@code ETag}
     * @param lastModified value of {@code Last-Modified}
     */
    public record Validators(
            @Nullable String etag, @Nullable String lastModified) {
        /** The server gave none. */
        public static final Validators NONE = new Validators(null, null);
    }

    /**
     * How a feed does.
     *
     * @param status in a word
     * @param failures polls in a row that failed
     * @param since when it came to this status
     * @param error what the last failure was; null when the last poll went well
     */
    public record Health(
            Status status,
            int failures,
            Instant since,
            @Nullable Failure error) {}

    /** How a feed does, in a word. */
    public enum Status {
        /** Not polled yet. */
        @JsonProperty("new")
        NEW,
        @JsonProperty("ok")
        OK,
        @JsonProperty("failing")
        FAILING,
        /** Most of its ids have changed at once: nothing of it is published until a person says what that means. */
        @JsonProperty("held")
        HELD,
        /** The publisher says that it is gone (410). */
        @JsonProperty("gone")
        GONE
    }

    /**
     * What went wrong.
     *
     * @param category one of a fixed set of words, the same in metrics, dead letters and API
     * @param detail a sentence for a person
     */
    public record Failure(String category, String detail) {}

    /**
     * One poll.
     *
     * @param at when it began
     * @param status HTTP status; null when there was no answer or it was a file
     * @param bytes length of the body as it came
     * @param millis how long it took
     * @param entries entries in the document: unchanged + published + updated + withdrawn + rejected
     * @param published items that were new
     * @param updated items whose content had changed
     * @param error why it failed; null when it did not
     */
    public record Poll(
            Instant at,
            @Nullable Integer status,
            long bytes,
            long millis,
            int entries,
            int published,
            int updated,
            @Nullable Failure error) {}
}
