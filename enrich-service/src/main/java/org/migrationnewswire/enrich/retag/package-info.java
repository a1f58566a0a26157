/**
 * Tagging the history again.
 *
 * <p>{@link org.migrationnewswire.enrich.retag.Replayer} reads the log of items from its beginning to the end that it had
 * when the run began, and writes a request an item. Each batch of requests and how far it has come are one transaction,
 * of a producer whose newest instance fences all before it: no item is requested twice, and whoever comes after a crash
 * goes on where the last committed batch ended. It waits while the tagging tasks have more than a few requests before
 * them, so that live items need not queue behind history. The tasks count (see {@code topology}); when each partition's
 * last request has been answered the sum is the run's outcome.
 */
@NullMarked
package org.migrationnewswire.enrich.retag;

import org.jspecify.annotations.NullMarked;
