// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of the ingest service. */
@ConfigMapping(prefix = "newswire.ingest")
public interface IngestSettings {
    /** Feeds registered at start when they are not there yet: addresses, files, OPML lists, comma-separated. */
    Optional<List<String>> feeds();

    /** Shortest time between two polls of a feed that has no interval of its own. */
    @WithDefault("PT15M")
    Duration minInterval();

    /** Longest time between two polls of a feed that answers. */
    @WithDefault("PT6H")
    Duration maxInterval();

    /** How long a host's place is kept after a request; a host has two places. */
    @WithDefault("PT1S")
    Duration hostPause();

    /** Time to connect to a publisher. */
    @WithDefault("PT10S")
    Duration connectTimeout();

    /** Time from a request to the end of the answer's header. */
    @WithDefault("PT15S")
    Duration headerTimeout();

    /** Time that a publisher may be silent within an answer. */
    @WithDefault("PT10S")
    Duration idleTimeout();

    /** Time for a whole document, redirects included. */
    @WithDefault("PT30S")
    Duration fetchTimeout();

    /** Longest document that is read, decompressed, in bytes. */
    @WithDefault("10485760")
    int maxDocumentBytes();

    /** What publishers see as User-Agent: name somebody whom they can write to. */
    @WithDefault("MigrationNewswire/0.1")
    String userAgent();

    /** Proxy that everything goes through, {@code http://host:port}. */
    Optional<URI> proxy();

    /**
     * Secrets that feeds sign in with, by the name that a feed's {@code auth.secret} gives: {@code user:password} for
     * basic, the token for bearer, the value for header.
     */
    Map<String, String> secrets();

    /** Private networks whose addresses may be dialled, as {@code address/bits}, comma-separated. */
    Optional<List<String>> allowedNetworks();

    /** Folder of the disk that the log is on, when that is this machine's: polls pause while it is nearly full. */
    Optional<Path> diskFolder();

    /** Share of that disk that must be free for polls, 0 to 1. */
    @WithDefault("0.1")
    double diskLeastFree();

    /**
     * Address under which hubs reach this service (W3C WebSub), {@code https://host} or with a path; {@code
     * /websub/{feedId}} is put behind it. Without one, no hub is asked.
     */
    Optional<URI> websubCallback();

    /** Secret that hubs' messages are signed with, each feed with a key derived from it; needed with a call-back. */
    Optional<String> websubSecret();

    /**
     * A name of this instance that stays over restarts, so that it gets its feeds back at once. Each instance needs
     * its own; without one, the group waits for the session time-out of an instance that was killed.
     */
    Optional<String> instanceId();

    /** How long the group waits for an instance that has fallen silent, before others take its feeds over. */
    @WithDefault("PT6S")
    Duration sessionTimeout();
}
