// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.util.List;
import org.migrationnewswire.contracts.FeedEvent;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.ingest.publish.Derivation.Derived;

/**
 * What a poll comes to, before any of it is written.
 *
 * @param memory of the feed that was polled
 * @param derived what the document brought
 * @param state of the feed from now on
 * @param events changes of its health
 * @param mustWrite false when nothing but the schedule has changed
 */
record Outcome(FeedMemory memory, Derived derived, FeedState state, List<FeedEvent> events, boolean mustWrite) {}
