/**
 * Feeds in, and each new or edited item out to Kafka exactly once.
 *
 * <p>{@code registry} knows which feeds there are, {@code schedule} when each is due, {@code fetch} gets its document,
 * {@code parse} reads it, {@code identity} tells what is new in it, {@code publish} writes that and what must be
 * remembered in one transaction.
 */
@NullMarked
package org.migrationnewswire.ingest;

import org.jspecify.annotations.NullMarked;
