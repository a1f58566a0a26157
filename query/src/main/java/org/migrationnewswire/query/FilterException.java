// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.query;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A filter that can't be understood; the message says what is wrong and what to write instead. */
public final class FilterException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final @Nullable Integer position;

    FilterException(String parameter, @Nullable Integer position, String message) {
        super(message);
        this.parameter = parameter;
        this.position = position;
    }

    /** The parameter at fault. */
    public String parameter() {
        return parameter;
    }

    /** Where in its value, in UTF-16 code units from 0; null when nowhere in particular. */
    public @Nullable Integer position() {
        return position;
    }
}
