// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Links as documents give them, made absolute. */
public final class Links {
    private static final Pattern TRACKER = Pattern.compile(
            "(utm_[a-z_]+|gclid|dclid|fbclid|msclkid|mc_cid|mc_eid|igshid|yclid|at_medium|at_campaign|ref_src|cmpid)=.*",
            Pattern.CASE_INSENSITIVE);

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

    /** The link without the parameters that only say which way a reader came. */
    static String withoutTrackers(String link) {
        int query = link.indexOf('?');
        if (query < 0) {
            return link;
        }
        int hash = link.indexOf('#', query);
        String fragment = hash < 0 ? "" : link.substring(hash);
        String kept = Arrays.stream(link.substring(query + 1, hash < 0 ? link.length() : hash)
                        .split("&"))
                .filter(parameter -> !isTracker(parameter))
                .collect(Collectors.joining("&"));
        return link.substring(0, query) + (kept.isEmpty() ? "" : "?" + kept) + fragment;
    }

    /** Whether a parameter, as {@code name=value}, only says which way a reader came. */
    public static boolean isTracker(String parameter) {
        return TRACKER.matcher(parameter).matches();
    }
}
