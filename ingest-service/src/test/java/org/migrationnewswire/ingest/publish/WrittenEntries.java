// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.migrationnewswire.contracts.Entry;

/** A log of entries in memory. */
final class WrittenEntries implements EntryLog {
    private final List<Entry> log = new ArrayList<>();

    @Override
    public List<Entry> read(Collection<Long> offsets) {
        return offsets.stream().map(offset -> log.get(offset.intValue())).toList();
    }

    List<FeedMemory.Stored> write(List<Entry> entries) {
        return entries.stream()
                .map(entry -> {
                    log.add(entry);
                    return new FeedMemory.Stored(entry, log.size() - 1L);
                })
                .toList();
    }
}
