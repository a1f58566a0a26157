/**
 * Exactly once: from a poll's outcome to the log, in one transaction.
 *
 * <p>{@link org.migrationnewswire.ingest.publish.IngestLoop} is one thread. It holds the consumer whose group divides
 * the partitions of {@code newswire.feeds}, and for each partition it is given an {@code OwnedPartition}: a producer
 * whose transactional id is {@code ingest-<partition>}, so that claiming fences whoever had it before, and the memory
 * of that partition's feeds and entries, read to the committed end after the fence. Documents are fetched and parsed
 * elsewhere; the thread takes them, derives what is new ({@link org.migrationnewswire.ingest.publish.Derivation}, a
 * pure function), and writes items, entries, feed state and the group's offsets in one transaction for all polls of a
 * partition that finished meanwhile. Memory changes when the commit has been acknowledged, never before.
 *
 * <p>Whatever goes wrong, a fence above all, ends the session: every producer is closed, all memory dropped, and the
 * group is joined anew. Only what the group then assigns is claimed again. A poll that was lost on the way is made
 * again and derives the same.
 *
 * <p>Accounting, checked in {@code ExactlyOnceTest}: entries seen = unchanged + published + updated + withdrawn +
 * dead-lettered.
 */
@NullMarked
package org.migrationnewswire.ingest.publish;

import org.jspecify.annotations.NullMarked;
