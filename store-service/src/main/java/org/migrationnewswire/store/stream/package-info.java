/**
 * {@code GET /stream}: the log as server-sent events, at least once, with resume.
 *
 * <p>A thread of its own follows the log ({@link org.migrationnewswire.store.stream.StreamFeed}), so that no commit or
 * merge of the index delays an event. The hub gives each record to the readers whose filter it matches: readers with
 * equal filters are one group, and an item is asked once a group. An event's id is the vector of offsets that the
 * reader has now been given, with the topic's id; it holds on every replica. A reader that comes with one catches up
 * from the ring of recent records, else from the log with one of a few consumers, until what is left is in the ring;
 * then it joins the live readers under the hub's lock, which is why there is no gap and nothing twice. Records that the
 * reader has had already, from a replica that was further on, are dropped by the same vector.
 *
 * <p>A filter is asked of the whole item, as a search is, and of what its feed allows
 * ({@link org.migrationnewswire.store.stream.Sight}): who reads in the open gets what the feed shows there, made once
 * an event and not once a reader.
 *
 * <p>A reader's queue is bounded. When it is full the reader is told where to resume and let go; nobody waits for it.
 */
@NullMarked
package org.migrationnewswire.store.stream;

import org.jspecify.annotations.NullMarked;
