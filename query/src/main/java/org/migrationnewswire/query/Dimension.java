// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.query;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an item can be filtered and counted by. */
public enum Dimension {
    REGION,
    THEME,
    FEED,
    LANGUAGE,
    KIND;

    /** The name of its parameter. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an item is about its values or only mentions them: {@code ;primary} and {@code ;min=} apply. */
    public boolean isTag() {
        return this == REGION || this == THEME;
    }

    /** The dimension whose parameter has that name; null when there is none. */
    public static @Nullable Dimension of(String parameter) {
        for (Dimension dimension : values()) {
            if (dimension.parameter().equals(parameter)) {
                return dimension;
            }
        }
        return null;
    }
}
