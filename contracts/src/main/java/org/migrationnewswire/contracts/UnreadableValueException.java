// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Bytes of the log that are not the record they should be: they go to dead letters and never stop a stream. */
public final class UnreadableValueException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** The message names the record and the place in it. */
    public UnreadableValueException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
