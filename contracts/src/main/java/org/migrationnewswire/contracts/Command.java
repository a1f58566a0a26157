// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that only the owner of a partition can do; a record of {@link Topic#COMMANDS}, keyed like what it
 * commands.
 *
 * @param type what to do
 * @param subject id of what to do it to
 * @param by who asked
 * @param at when
 * @param reason why, in the asker's words; null when none was given
 * @param document what a hub pushed, for {@link Type#PUSHED} alone
 * @param until when the lease ends, for {@link Type#PUSH_VERIFIED} alone
 */
public record Command(
        Type type,
        String subject,
        String by,
        Instant at,
        @Nullable String reason,
        @Nullable Document document,
        @Nullable Instant until) {
    public Command {
        Require.text("command subject", subject);
    }

    /** A command that needs no more than its type. */
    public Command(Type type, String subject, String by, Instant at) {
        this(type, subject, by, at, null, null, null);
    }

    /**
     * A feed's document as a hub sent it.
     *
     * @param body its bytes
     * @param contentType value of the header; null when there was none
     */
    public record Document(byte[] body, @Nullable String contentType) {}

    /** What to do. */
    public enum Type {
        /** Poll the feed now, without asking whether it has changed. */
        @JsonProperty("poll-feed")
        POLL_FEED,
        /** Poll the feed and take entries whose ids have changed for the same entries. */
        @JsonProperty("same-entries")
        SAME_ENTRIES,
        /** Poll the feed and take entries whose ids have changed for new ones. */
        @JsonProperty("new-entries")
        NEW_ENTRIES,
        /** Withdraw all items of the feed, and remove it. */
        @JsonProperty("withdraw-feed")
        WITHDRAW_FEED,
        /** Take the item out, and keep it out; its key is the feed's id. */
        @JsonProperty("erase-item")
        ERASE_ITEM,
        /** A hub has sent the feed's document. */
        @JsonProperty("pushed")
        PUSHED,
        /** A hub has asked whether we want the feed, and has been told yes. */
        @JsonProperty("push-verified")
        PUSH_VERIFIED
    }
}
