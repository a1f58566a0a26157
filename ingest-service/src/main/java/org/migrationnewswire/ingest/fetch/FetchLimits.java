// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import java.time.Duration;

/**
 * How much a publisher may ask of us.
 *
 * @param connect time to connect
 * @param total time from the first byte asked to the last one had, redirects included
 * @param maxBytes length of the decompressed document
 * @param userAgent who we are and whom to write to
 */
public record FetchLimits(Duration connect, Duration total, int maxBytes, String userAgent) {
    /** What holds when nobody says otherwise. */
    public static final FetchLimits DEFAULT =
            new FetchLimits(Duration.ofSeconds(10), Duration.ofSeconds(30), 10 * 1024 * 1024, "MigrationNewswire/0.1");
}
