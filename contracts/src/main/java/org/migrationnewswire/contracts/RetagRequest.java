// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

/**
 * A wish to tag an item again; a record of {@link Topic#RETAG_REQUESTS}, keyed by item id and co-partitioned with
 * items, so that the task that tags the item live is the one that does it.
 *
 * @param retagId the re-tagging that it is part of
 * @param item the item as the replayer read it; dropped when a newer revision has been tagged
 */
public record RetagRequest(String retagId, Item item) {
    public RetagRequest {
        Require.text("retagId", retagId);
        Require.present("item", item);
    }
}
