// SPDX-License-Identifier: Apache-2.0
/**
 * When each feed is due, and why then.
 *
 * <p>A feed that answers is polled again after half the time between two of its entries, with a tenth of jitter so that
 * feeds that were added together drift apart; so successive documents overlap, and when they do not, it is polled
 * sooner and the possible gap is told. What the publisher asks for (Cache-Control, Expires, {@code ttl}, {@code
 * sy:updatePeriod}, {@code skipHours}, {@code skipDays}) is kept to within the longest interval. A feed that fails is
 * tried again after twice as long each time, up to a day, and is never given up but by its publisher (410) or a person.
 */
@NullMarked
package org.migrationnewswire.ingest.schedule;

import org.jspecify.annotations.NullMarked;
