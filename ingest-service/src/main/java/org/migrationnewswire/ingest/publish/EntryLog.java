// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.util.Collection;
import java.util.List;
import org.migrationnewswire.contracts.Entry;

/** Where entries stand in full. */
@FunctionalInterface
interface EntryLog {
    /** The entries at those offsets, which are in ascending order. */
    List<Entry> read(Collection<Long> offsets);
}
