// SPDX-License-Identifier: Apache-2.0
/**
 * A subscriber of W3C WebSub: feeds that name a hub are told to us by it, and polled rarely meanwhile.
 *
 * <p>The owner of a feed decides when a hub is asked ({@code publish}: found in a document, at half of the lease). The
 * hub verifies that by calling {@code /websub/{feedId}} on any instance, which says yes to what the feed's state says
 * was asked for, and tells the owner by a command. What the hub sends there later is believed when its signature is
 * right, and given to the owner by a command as well, which takes it for a poll. A hub that leaves out what a poll then
 * finds is no longer trusted, and the feed is polled as usual.
 */
@NullMarked
package org.migrationnewswire.ingest.websub;

import org.jspecify.annotations.NullMarked;
