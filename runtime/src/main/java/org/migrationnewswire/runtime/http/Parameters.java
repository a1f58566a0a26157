// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters as {@code &} divides them. The framework divides by {@code ;} too, and so takes {@code
 * region=AF;primary} apart.
 */
public final class Parameters {
    private Parameters() {}

    /**
     * All values of each name, decoded, in their order.
     *
     * @param query as it was sent, without its question mark; null when there is none
     */
    public static Map<String, List<String>> of(@Nullable String query) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        if (query == null || query.isEmpty()) {
            return all;
        }
        for (String part : query.split("&")) {
            int equals = part.indexOf('=');
            String name = decoded(equals < 0 ? part : part.substring(0, equals));
            String value = equals < 0 ? "" : decoded(part.substring(equals + 1));
            if (!name.isEmpty()) {
                all.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            }
        }
        return all;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("query", null, "A '%' is not followed by two hexadecimal digits.");
        }
    }
}
