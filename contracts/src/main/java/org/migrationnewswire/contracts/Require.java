// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks of record constructors: they name the value that is wrong. */
final class Require {
    private Require() {}

    static void text(String what, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(what + " is missing");
        }
    }

    static void present(String what, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException(what + " is missing");
        }
    }

    static void atLeast(String what, long value, long minimum) {
        if (value < minimum) {
            throw new IllegalArgumentException(what + " is " + value + ", less than " + minimum);
        }
    }

    static <T> List<T> list(@Nullable List<T> value) {
        return value == null ? List.of() : List.copyOf(value);
    }
}
