// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of the event stream, on each replica. */
@ConfigMapping(prefix = "newswire.store.stream")
public interface StreamSettings {
    /** Readers at a time; one more is answered 503. */
    @WithDefault("10000")
    int readers();

    /** Events that wait for a reader; with one more it is told where to resume, and let go. */
    @WithDefault("256")
    int queue();

    /** Recent events kept in memory, to resume from. */
    @WithDefault("5000")
    int ring();

    /** Readers that catch up from the log at a time; others wait. */
    @WithDefault("4")
    int replays();

    /** How far back a reader can resume: no more than the log's `min.compaction.lag.ms`. */
    @WithDefault("P7D")
    Duration window();

    /** How often a quiet reader is told that the stream is there. */
    @WithDefault("PT15S")
    Duration heartBeat();
}
