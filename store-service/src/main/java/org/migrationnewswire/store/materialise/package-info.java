/**
 * The log read into the index, each item there once, as of its last record.
 *
 * <p>A plain consumer in no group is assigned every partition and starts where the index's commit says. A record of a
 * partition applies if its offset is not below that; all records of an item are in one partition, so this is the
 * offset that its document came from, or a later one. A withdrawn item leaves the index. What can't be read goes to
 * dead letters and is passed over. The replica is ready once it has come to the ends that it saw when it started.
 *
 * <p>Accounting, checked in {@code MaterialiserTest}: records received = stored + stale + withdrawn + dead-lettered.
 */
@NullMarked
package org.migrationnewswire.store.materialise;

import org.jspecify.annotations.NullMarked;
