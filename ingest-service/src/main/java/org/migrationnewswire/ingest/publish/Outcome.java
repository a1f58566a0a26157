// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.util.List;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.ingest.publish.Derivation.Revised;

/**
 * What a poll comes to, before any of it is written.
 *
 * @param memory of the feed that was polled
 * @param revised new and changed entries
 * @param unchanged entries that are as they were
 * @param state of the feed from now on
 * @param mustWrite false when nothing but the schedule has changed
 */
record Outcome(FeedMemory memory, List<Revised> revised, int unchanged, FeedState state, boolean mustWrite) {}
