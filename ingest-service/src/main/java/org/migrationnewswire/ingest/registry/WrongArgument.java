// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.registry;

import java.io.Serial;

/** An argument that names no feed; the message says which and what to do. */
final class WrongArgument extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    WrongArgument(String message) {
        super(message);
    }
}
