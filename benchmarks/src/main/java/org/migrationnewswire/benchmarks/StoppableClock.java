// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.benchmarks;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The time, until it is stopped: then nothing falls due any more. */
final class StoppableClock extends Clock {
    private volatile @Nullable Instant stopped;

    void stop() {
        stopped = Instant.now();
    }

    @Override
    public Instant instant() {
        Instant at = stopped;
        return at == null ? Instant.now() : at;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
