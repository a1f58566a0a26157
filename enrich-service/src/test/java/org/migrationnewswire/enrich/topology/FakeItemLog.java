// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.topology;

import java.util.List;
import org.migrationnewswire.contracts.Item;

/** A log of items that is a list. */
record FakeItemLog(List<Item> items) implements ItemLog {
    @Override
    public Item at(int partition, long offset, String id) {
        Item item = offset < items.size() ? items.get((int) offset) : null;
        return item != null && item.id().equals(id) ? item : null;
    }

    @Override
    public void close() {}
}
