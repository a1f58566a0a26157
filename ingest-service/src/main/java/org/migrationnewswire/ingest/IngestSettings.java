// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the ingest service. */
@ConfigMapping(prefix = "newswire.ingest")
public interface IngestSettings {
    /** Feeds registered at start when they are not there yet: addresses, files, OPML lists, comma-separated. */
    Optional<List<String>> feeds();

    /** Shortest time between two polls of a feed that has no interval of its own. */
    @WithDefault("PT15M")
    Duration minInterval();

    /** How long a host's place is kept after a request; a host has two places. */
    @WithDefault("PT1S")
    Duration hostPause();

    /** Time to connect to a publisher. */
    @WithDefault("PT10S")
    Duration connectTimeout();

    /** Time for a whole document, redirects included. */
    @WithDefault("PT30S")
    Duration fetchTimeout();

    /** Longest document that is read, decompressed, in bytes. */
    @WithDefault("10485760")
    int maxDocumentBytes();

    /** What publishers see as User-Agent: name somebody whom they can write to. */
    @WithDefault("MigrationNewswire/0.1")
    String userAgent();

    /** Private networks whose addresses may be dialled, as {@code address/bits}, comma-separated. */
    Optional<List<String>> allowedNetworks();

    /**
     * A name of this instance that stays over restarts, so that it gets its feeds back at once. Each instance needs
     * its own; without one, the group waits for the session time-out of an instance that was killed.
     */
    Optional<String> instanceId();

    /** How long the group waits for an instance that has fallen silent, before others take its feeds over. */
    @WithDefault("PT6S")
    Duration sessionTimeout();
}
