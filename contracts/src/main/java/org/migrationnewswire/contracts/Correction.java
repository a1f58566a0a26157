// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Persons' word on an item's tags, over every rule's; a record of {@link Topic#CORRECTIONS}, keyed by item id. Each
 * record holds all that was ever said of the item, what was undone too.
 *
 * @param itemId the item
 * @param changes in the order in which they were said; the later one holds
 */
public record Correction(String itemId, List<Change> changes) {
    public Correction {
        Require.text("correction itemId", itemId);
        changes = Require.list(changes);
    }

    /** What holds: the changes that were not undone. */
    public List<Change> standing() {
        return changes.stream().filter(change -> change.undone() == null).toList();
    }

    /**
     * What somebody said of one tag.
     *
     * @param n counts the item's changes from 1
     * @param dimension which list of tags
     * @param tag id of a region, theme or kind
     * @param action what is to be done
     * @param by who said so
     * @param at when
     * @param reason why; null when not given
     * @param undone that it no longer holds; null while it does
     */
    public record Change(
            int n,
            Dimension dimension,
            String tag,
            Action action,
            String by,
            Instant at,
            @Nullable String reason,
            @Nullable Undone undone) {
        public Change {
            Require.atLeast("change n", n, 1);
            Require.present("change dimension", dimension);
            Require.text("change tag", tag);
            Require.present("change action", action);
        }

        /** The same, undone. */
        public Change undone(Undone word) {
            return new Change(n, dimension, tag, action, by, at, reason, word);
        }
    }

    /**
     * That a change was taken back.
     *
     * @param by who did
     * @param at when
     * @param reason why; null when not given
     */
    public record Undone(String by, Instant at, @Nullable String reason) {}

    /** A list of tags. */
    public enum Dimension {
        @JsonProperty("region")
        REGION,
        @JsonProperty("theme")
        THEME,
        @JsonProperty("kind")
        KIND
    }

    /** Put on, take off, say that the item is about it, or say that it only mentions it. */
    public enum Action {
        @JsonProperty("add")
        ADD,
        @JsonProperty("remove")
        REMOVE,
        @JsonProperty("primary")
        PRIMARY,
        @JsonProperty("not-primary")
        NOT_PRIMARY
    }
}
