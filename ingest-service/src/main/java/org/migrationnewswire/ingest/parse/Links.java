// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Links as documents give them, made absolute. */
final class Links {
    private Links() {}

    /** The link against its base; as it is when it can't be read as a URI, null when it is empty. */
    static @Nullable String absolute(@Nullable String link, String base) {
        if (link == null || link.isBlank()) {
            return null;
        }
        String stripped = link.strip();
        try {
            URI uri = URI.create(stripped.replace(" ", "%20"));
            return uri.isAbsolute()
                    ? stripped.replace(" ", "%20")
                    : URI.create(base).resolve(uri).toString();
        } catch (IllegalArgumentException e) {
            return stripped;
        }
    }
}
