// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long an answer is fresh: {@code Cache-Control: max-age}, else {@code Expires} (RFC 9111, section 4.2.1). */
final class Freshness {
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,9})");
    private static final Pattern NONE = Pattern.compile("(?:^|[,\\s])no-(?:cache|store)");

    private Freshness() {}

    static @Nullable Duration of(@Nullable String cacheControl, @Nullable String expires, Instant now) {
        if (cacheControl != null) {
            if (NONE.matcher(cacheControl).find()) {
                return null;
            }
            Matcher age = MAX_AGE.matcher(cacheControl);
            if (age.find()) {
                return Duration.ofSeconds(Long.parseLong(age.group(1)));
            }
        }
        return expires == null ? null : until(expires, now);
    }

    private static @Nullable Duration until(String date, Instant now) {
        try {
            Duration left = Duration.between(
                    now,
                    ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return left.isNegative() ? null : left;
        } catch (DateTimeException e) {
            return null; // "0" and the like mean that it is stale
        }
    }
}
