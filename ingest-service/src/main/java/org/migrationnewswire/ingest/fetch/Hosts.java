// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Requests by host: two at a time, a pause after each before the next gets its place, and none while the host has asked
 * to wait. A place is waited for in turn, host by host, so that a host with many feeds holds up nobody else's.
 * Thread-safe.
 */
public final class Hosts {
    private static final int AT_A_TIME = 2;

    private final Duration pause;
    private final Clock clock;
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();
    private final Map<String, Instant> closed = new ConcurrentHashMap<>();

    /**
     * No requests yet.
     *
     * @param pause how long a place is kept after a request
     */
    public Hosts(Duration pause, Clock clock) {
        this.pause = pause;
        this.clock = clock;
    }

    /** A request to a host. */
    @FunctionalInterface
    interface Request<T> {
        T make() throws IOException;
    }

    /** Makes the request when its host has a place; gives its answer at once, and the place back after the pause. */
    <T> T request(URI uri, Request<T> request) throws IOException, InterruptedException {
        Semaphore place = places.computeIfAbsent(key(uri), host -> new Semaphore(AT_A_TIME, true));
        place.acquire();
        try {
            return request.make();
        } finally {
            if (pause.isZero()) {
                place.release();
            } else {
                Thread.startVirtualThread(() -> releaseLater(place));
            }
        }
    }

    /** Takes in that the host wants to be left alone until then. */
    void close(URI uri, Instant until) {
        closed.merge(key(uri), until, (a, b) -> a.isAfter(b) ? a : b);
    }

    /** Until when the host wants to be left alone; null when it does not. */
    @Nullable
    Instant closedUntil(URI uri) {
        Instant until = closed.get(key(uri));
        if (until != null && !until.isAfter(Instant.now(clock))) {
            closed.remove(key(uri), until);
            return null;
        }
        return until;
    }

    private void releaseLater(Semaphore place) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            place.release();
        }
    }

    /** A host is a name; on loopback, where each port is a server of somebody else's, a name and a port. */
    private static String key(URI uri) {
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        boolean loopback = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        return loopback ? host + ":" + uri.getPort() : host;
    }
}
