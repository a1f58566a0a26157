// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * That a feed's health changed; a record of {@link Topic#FEED_EVENTS}, keyed by feed id.
 *
 * @param feedId the feed
 * @param type what happened
 * @param at when
 * @param category one of the categories of {@link FeedState.Failure}, or a word for the event
 * @param detail a sentence for a person
 */
public record FeedEvent(String feedId, Type type, Instant at, String category, String detail) {
    public FeedEvent {
        Require.text("feed event feedId", feedId);
    }

    /** What happened to a feed. */
    public enum Type {
        @JsonProperty("broken")
        BROKEN,
        @JsonProperty("recovered")
        RECOVERED,
        @JsonProperty("silent")
        SILENT,
        @JsonProperty("gone")
        GONE,
        /** Most of its ids changed at once; nothing of it is published until a person decides. */
        @JsonProperty("held")
        HELD,
        @JsonProperty("moved")
        MOVED,
        /** Entries may have been missed between two polls. */
        @JsonProperty("gap")
        GAP
    }
}
