// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ingest remembers of one entry of a feed, for ever: a record of {@link Topic#ENTRIES}, keyed by
 * {@code feedId/keyHash} and partitioned by feed id.
 *
 * @param feedId the feed
 * @param keyHash hash of the entry key ({@link Ids#hash}): its guid, else its canonical link, else title and date
 * @param linkHash hash of its canonical link; null when it has none
 * @param contentHash hash of what counts as its content
 * @param revision content changes so far, from 1; 0 for a rejected entry
 * @param itemId the item it became; null for a rejected entry
 * @param firstSeenAt when a poll first saw it
 * @param sortDate the item's
 * @param backfill as the item's
 * @param revisions the item's, the last 20, the oldest first
 * @param withdrawnAt when the publisher took it back, for good; null when it has not
 * @param rejected category of the reason why it is not published; null when it is
 */
public record Entry(
        String feedId,
        String keyHash,
        @Nullable String linkHash,
        String contentHash,
        int revision,
        @Nullable String itemId,
        Instant firstSeenAt,
        Instant sortDate,
        boolean backfill,
        List<Item.Revision> revisions,
        @Nullable Instant withdrawnAt,
        @Nullable String rejected) {
    public Entry {
        Require.text("entry feedId", feedId);
        Require.text("entry keyHash", keyHash);
        Require.text("entry contentHash", contentHash);
        Require.present("entry firstSeenAt", firstSeenAt);
        Require.present("entry sortDate", sortDate);
        revisions = Require.list(revisions);
    }

    /** The key of its record. */
    public String key() {
        return feedId + "/" + keyHash;
    }

    /** The same entry under another key. */
    public Entry renamed(String newKeyHash) {
        return new Entry(
                feedId,
                newKeyHash,
                linkHash,
                contentHash,
                revision,
                itemId,
                firstSeenAt,
                sortDate,
                backfill,
                revisions,
                withdrawnAt,
                rejected);
    }
}
