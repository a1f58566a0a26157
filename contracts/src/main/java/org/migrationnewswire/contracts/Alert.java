// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That an item matched a subscription: a record of {@link Topic#ALERTS}, keyed by subscription id. No content.
 *
 * @param id hash of subscription id, item id and revision; the {@code webhook-id} of its delivery
 * @param subscriptionId the subscription
 * @param itemId the item
 * @param revision of the item
 * @param matchedAt when it matched
 * @param title of the item
 * @param link of the item
 * @param summary of the item
 * @param feed whose item it is
 * @param sortDate of the item
 * @param storyKey of the item
 * @param regions tags of the item
 * @param themes tags of the item
 */
public record Alert(
        String id,
        String subscriptionId,
        String itemId,
        int revision,
        Instant matchedAt,
        String title,
        @Nullable String link,
        @Nullable String summary,
        Item.Source feed,
        Instant sortDate,
        String storyKey,
        List<Tag> regions,
        List<Tag> themes) {
    public Alert {
        Require.text("alert id", id);
        Require.text("alert subscriptionId", subscriptionId);
        Require.text("alert itemId", itemId);
        regions = Require.list(regions);
        themes = Require.list(themes);
    }

    /** The id of the alert that a revision of an item causes. */
    public static String id(String subscriptionId, String itemId, int revision) {
        return Ids.hash(subscriptionId, itemId, Integer.toString(revision));
    }
}
