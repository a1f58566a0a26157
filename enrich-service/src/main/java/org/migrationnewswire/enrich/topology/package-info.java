/**
 * Every item of the log tagged, exactly once, by Kafka Streams under {@code exactly_once_v2}.
 *
 * <p>Bytes come in and are decoded inside {@link org.migrationnewswire.enrich.topology.TagProcessor}, so what can't be
 * read goes to dead letters with its reason and never stops the stream. A small store remembers of each item the
 * revision and the hash of the tags that were last given out; a revision that was given out already is stale. Store,
 * output and input offsets are one transaction.
 *
 * <p>Persons' corrections and wishes to tag an item again come to the same task, by partition: {@link
 * org.migrationnewswire.enrich.topology.CorrectionProcessor} and {@link
 * org.migrationnewswire.enrich.topology.RetagProcessor} share its stores. The store holds no text but the offset of it:
 * a corrected item is read from the log again.
 *
 * <p>{@link org.migrationnewswire.enrich.topology.EnrichStreams} starts the topology, and starts it anew when it
 * fails. Accounting, checked in {@code TagProcessorTest}: items received = tagged + stale + dead-lettered.
 */
@NullMarked
package org.migrationnewswire.enrich.topology;

import org.jspecify.annotations.NullMarked;
