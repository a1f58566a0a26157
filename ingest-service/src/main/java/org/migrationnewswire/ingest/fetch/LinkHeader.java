// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code Link} (RFC 8288). */
final class LinkHeader {
    private static final Pattern LINK = Pattern.compile("<([^>]{1,2000})>([^<]{0,500})");
    private static final Pattern REL =
            Pattern.compile(";\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,]+))", Pattern.CASE_INSENSITIVE);

    private LinkHeader() {}

    /** The first link of that relation; null when there is none. */
    static @Nullable String of(List<String> headers, String relation) {
        for (String header : headers) {
            Matcher link = LINK.matcher(header);
            while (link.find()) {
                Matcher rel = REL.matcher(link.group(2));
                if (rel.find()) {
                    String value = rel.group(1) == null ? rel.group(2) : rel.group(1);
                    if (List.of(value.toLowerCase(Locale.ROOT).split("\\s+")).contains(relation)) {
                        return link.group(1);
                    }
                }
            }
        }
        return null;
    }
}
