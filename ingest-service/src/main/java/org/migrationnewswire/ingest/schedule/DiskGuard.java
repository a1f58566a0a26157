// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.schedule;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops polls while the disk under the log is nearly full: what can't be written need not be fetched. */
public final class DiskGuard {
    private static final Logger LOG = LoggerFactory.getLogger(DiskGuard.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final Optional<Path> folder;
    private final double leastFree;
    private final Clock clock;
    private Instant nextLook = Instant.EPOCH;
    private volatile @Nullable String reason;

    /**
     * A guard.
     *
     * @param folder on the disk to look at; empty to look at none
     * @param leastFree share of the disk that must be free, 0 to 1
     */
    public DiskGuard(Optional<Path> folder, double leastFree, Clock clock) {
        this.folder = folder;
        this.leastFree = leastFree;
        this.clock = clock;
    }

    /** Whether polls may begin; looks at the disk every few seconds. For one thread. */
    public boolean allowsPolls() {
        Instant now = Instant.now(clock);
        if (folder.isPresent() && !now.isBefore(nextLook)) {
            nextLook = now.plus(LOOK_EVERY);
            look(folder.get());
        }
        return reason == null;
    }

    /** Why polls are paused, in a sentence; null when they are not. */
    public @Nullable String reason() {
        return reason;
    }

    private void look(Path path) {
        String before = reason;
        try {
            FileStore store = Files.getFileStore(path);
            double free = (double) store.getUsableSpace() / Math.max(1, store.getTotalSpace());
            reason = free >= leastFree
                    ? null
                    : "Only %.1f %% of the disk under %s is free: polls are paused until %.0f %% are."
                            .formatted(free * 100, path, leastFree * 100);
        } catch (IOException e) {
            reason = null; // a disk that can't be asked is no reason to stop
        }
        if (before == null && reason != null) {
            LOG.warn("{}", reason);
        } else if (before != null && reason == null) {
            LOG.info("There is room on the disk again: polls go on");
        }
    }
}
