// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import java.time.Duration;

/**
 * How much a publisher may ask of us.
 *
 * @param connect time to connect, TLS included
 * @param header time from the request to the end of the answer's header
 * @param idle time between two pieces of the body
 * @param total time for all of it, redirects included, waiting for the host's turn not
 * @param maxBytes length of the decompressed document
 */
public record FetchLimits(Duration connect, Duration header, Duration idle, Duration total, int maxBytes) {
    /** What holds when nobody says otherwise. */
    public static final FetchLimits DEFAULT = new FetchLimits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            10 * 1024 * 1024);
}
