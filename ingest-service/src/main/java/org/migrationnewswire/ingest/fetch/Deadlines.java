// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.jspecify.annotations.Nullable;

/** Ends requests that take too long, from outside: a body that drips gives its reader no time-out of its own. */
final class Deadlines implements AutoCloseable {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ingest-deadlines").factory());

    /** A deadline for a request; closing it calls it off. */
    Deadline over(HttpGet request, Duration within, String what) {
        Deadline deadline = new Deadline(request, what);
        deadline.start(timer, within);
        return deadline;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    static final class Deadline implements AutoCloseable {
        private final HttpGet request;
        private final String what;
        private volatile boolean missed;
        private @Nullable Future<?> pending;

        private Deadline(HttpGet request, String what) {
            this.request = request;
            this.what = what;
        }

        private void start(ScheduledExecutorService timer, Duration within) {
            pending = timer.schedule(this::miss, within.toMillis(), TimeUnit.MILLISECONDS);
        }

        private void miss() {
            missed = true;
            request.cancel();
        }

        boolean isMissed() {
            return missed;
        }

        /** What did not happen in time. */
        String what() {
            return what;
        }

        @Override
        public void close() {
            if (pending != null) {
                pending.cancel(false);
            }
        }
    }
}
