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
 * @param validators what the server gave to ask "has it changed?" with
 * @param health how the last polls went
 * @param interval time between polls as the scheduler now has it
 * @param nextPollAt when it is next due; null when it is not to be polled
 * @param polled true once a poll has succeeded: what comes after is news, what came with it was backfill
 * @param lastPolls the latest first, at most 10
 */
public record FeedState(
        String feedId,
        @Nullable String title,
        @Nullable String link,
        Validators validators,
        Health health,
        Duration interval,
        @Nullable Instant nextPollAt,
        boolean polled,
        List<Poll> lastPolls) {
    public FeedState {
        Require.text("feed id", feedId);
        validators = validators == null ? Validators.NONE : validators;
        lastPolls = Require.list(lastPolls);
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
