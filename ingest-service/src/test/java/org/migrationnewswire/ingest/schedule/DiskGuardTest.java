// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskGuardTest {
    private static final double MORE_THAN_THERE_IS = 1.1;

    @TempDir
    Path folder;

    @Test
    void onADiskThatIsNearlyFullPollsPauseAndItIsSaidWhy() {
        DiskGuard guard = new DiskGuard(Optional.of(folder), MORE_THAN_THERE_IS, Clock.systemUTC());

        assertThat(guard.allowsPolls()).isFalse();
        assertThat(guard.reason()).contains(folder.toString(), "paused");
    }

    @Test
    void whereThereIsRoomPollsGoOn() {
        DiskGuard guard = new DiskGuard(Optional.of(folder), 0, Clock.systemUTC());

        assertThat(guard.allowsPolls()).isTrue();
        assertThat(guard.reason()).isNull();
    }
}
