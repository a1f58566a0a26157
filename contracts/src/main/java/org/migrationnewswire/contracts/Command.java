// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * Something that only the owner of a partition can do; a record of {@link Topic#COMMANDS}, keyed like what it
 * commands.
 *
 * @param type what to do
 * @param subject id of what to do it to
 * @param by who asked
 * @param at when
 */
public record Command(Type type, String subject, String by, Instant at) {
    public Command {
        Require.text("command subject", subject);
    }

    /** What to do. */
    public enum Type {
        /** Poll the feed now. */
        @JsonProperty("poll-feed")
        POLL_FEED,
        /** Take the item out, and keep it out. */
        @JsonProperty("erase-item")
        ERASE_ITEM
    }
}
