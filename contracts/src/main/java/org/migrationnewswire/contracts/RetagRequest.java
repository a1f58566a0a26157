// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import org.jspecify.annotations.Nullable;

/**
 * A wish to tag an item again; a record of {@link Topic#RETAG_REQUESTS}, keyed by item id and co-partitioned with
 * items, so that the task that tags the item live is the one that does it.
 *
 * @param retagId the re-tagging that it is part of
 * @param dryRun whether only the difference is wanted
 * @param item the item as the replayer read it, dropped when another revision has been tagged; null in the last
 *     request of a partition, whose key is the re-tagging's id
 */
public record RetagRequest(
        String retagId, boolean dryRun, @Nullable Item item) {
    public RetagRequest {
        Require.text("retagId", retagId);
    }
}
