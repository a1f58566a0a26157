// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.schedule;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Requests by host: two at a time, and a pause after each before the next gets its place. Thread-safe. */
public final class Hosts {
    private static final int AT_A_TIME = 2;

    private final Duration pause;
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

    /**
     * No requests yet.
     *
     * @param pause how long a place is kept after a request
     */
    public Hosts(Duration pause) {
        this.pause = pause;
    }

    /** Makes the request when its host has a place; gives its answer at once, and the place after the pause. */
    public <T> T request(String url, Callable<T> request) throws Exception {
        Semaphore place = places.computeIfAbsent(host(url), h -> new Semaphore(AT_A_TIME, true));
        place.acquire();
        try {
            return request.call();
        } finally {
            if (pause.isZero()) {
                place.release();
            } else {
                Thread.startVirtualThread(() -> releaseLater(place));
            }
        }
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

    private static String host(String url) {
        try {
            String authority = URI.create(url).getAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
