// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.topology;

import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Item;

/** The items as they stand in the log, read one at a time: a store that held their text would be a second log. */
interface ItemLog extends AutoCloseable {
    /**
     * The item that stands there; null when compaction has taken it, since a newer revision is in the log.
     *
     * @param partition of items
     * @param offset where it was
     */
    @Nullable
    Item at(int partition, long offset, String id);

    @Override
    void close();
}
