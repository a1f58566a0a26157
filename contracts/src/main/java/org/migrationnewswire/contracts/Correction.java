// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's word on an item's tags, over every rule's; a record of {@link Topic#CORRECTIONS}, keyed by item id.
 *
 * @param itemId the item
 * @param changes all that hold now, not only the last
 * @param by who said so
 * @param at when
 * @param reason why; null when not given
 */
public record Correction(
        String itemId,
        List<Change> changes,
        String by,
        Instant at,
        @Nullable String reason) {
    public Correction {
        Require.text("correction itemId", itemId);
        changes = Require.list(changes);
    }

    /**
     * One tag put on or taken off.
     *
     * @param dimension which list of tags
     * @param id region, theme or kind
     * @param action put on or take off
     */
    public record Change(Dimension dimension, String id, Action action) {}

    /** A list of tags. */
    public enum Dimension {
        @JsonProperty("region")
        REGION,
        @JsonProperty("theme")
        THEME,
        @JsonProperty("kind")
        KIND
    }

    /** Put on or take off. */
    public enum Action {
        @JsonProperty("add")
        ADD,
        @JsonProperty("remove")
        REMOVE
    }
}
