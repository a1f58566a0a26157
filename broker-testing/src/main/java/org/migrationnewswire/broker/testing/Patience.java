// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.broker.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long a test waits for what must come true: long enough for a busy machine, as a test that passes ends at once. */
public final class Patience {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Patience() {}

    /** A wait of at most a minute for the condition that follows. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT);
    }
}
