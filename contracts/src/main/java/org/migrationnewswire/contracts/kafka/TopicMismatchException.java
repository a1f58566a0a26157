// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts.kafka;

import java.io.Serial;
import java.util.List;

/** Topics on the broker that are not what the catalogue says they are. */
public final class TopicMismatchException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    TopicMismatchException(List<String> differences) {
        super("The topics on this broker are not ours to use: " + String.join("; ", differences)
                + ". Set newswire.kafka.partitions to what is there, or use another broker.");
    }
}
