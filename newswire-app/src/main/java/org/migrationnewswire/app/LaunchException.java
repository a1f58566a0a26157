// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.app;

import java.io.Serial;

/** Why the newswire can't start: a message that names the thing and says what to do. */
final class LaunchException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    LaunchException(String message) {
        super(message);
    }
}
