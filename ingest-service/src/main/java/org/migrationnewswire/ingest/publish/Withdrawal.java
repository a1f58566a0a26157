// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.time.Instant;
import java.util.List;
import org.migrationnewswire.contracts.Entry;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.ingest.publish.Derivation.Revised;

/** An item taken back by its publisher, made from what is remembered of it: its words are not needed, and not kept. */
final class Withdrawal {
    private Withdrawal() {}

    static Revised of(Entry known, String itemId, Item.Source feed, Instant at) {
        Item item = item(known, itemId, feed, at).withdrawn(at);
        Entry entry = new Entry(
                known.feedId(),
                known.keyHash(),
                known.linkHash(),
                known.contentHash(),
                known.revision(),
                itemId,
                known.firstSeenAt(),
                known.sortDate(),
                known.backfill(),
                item.revisions(),
                at,
                null);
        return new Revised(item, entry);
    }

    private static Item item(Entry known, String itemId, Item.Source feed, Instant at) {
        return new Item(
                itemId,
                known.feedId(),
                known.revision(),
                known.revisions(),
                null,
                "",
                null,
                null,
                null,
                null,
                null,
                false,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                known.firstSeenAt(),
                at,
                known.sortDate(),
                feed,
                known.contentHash(),
                known.backfill(),
                null);
    }
}
