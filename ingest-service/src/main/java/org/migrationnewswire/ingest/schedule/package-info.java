/**
 * When each feed is due, and how many requests a host gets at a time.
 *
 * <p>A feed that answers is polled again after its interval, with a tenth of jitter so that feeds that were added
 * together drift apart. One that fails is tried again after twice as long each time, up to a day, and is never given
 * up but by its publisher (410) or a person. A host gets two requests at a time and a pause after each.
 */
@NullMarked
package org.migrationnewswire.ingest.schedule;

import org.jspecify.annotations.NullMarked;
