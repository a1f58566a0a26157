// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.stream;

import java.time.Duration;

/**
 * Bounds of the stream.
 *
 * @param readers at a time
 * @param queue events that wait for a reader before it is cut off
 * @param ring recent events kept in memory
 * @param replays readers that catch up from the log at a time
 * @param window how far back the log still has every event
 * @param heartBeat how often a quiet reader hears that we are there
 */
public record StreamLimits(int readers, int queue, int ring, int replays, Duration window, Duration heartBeat) {
    /** Those that hold when nobody says otherwise. */
    public static final StreamLimits DEFAULT =
            new StreamLimits(10_000, 256, 5_000, 4, Duration.ofDays(7), Duration.ofSeconds(15));

    public StreamLimits {
        if (readers < 1 || queue < 2 || ring < 1 || replays < 1) {
            throw new IllegalArgumentException("a limit of the stream is too low: readers " + readers + ", queue "
                    + queue + ", ring " + ring + ", replays " + replays);
        }
    }
}
