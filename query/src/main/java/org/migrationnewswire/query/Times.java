// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.query;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as filters write them: an instant with its offset (ISO 8601), a span back from now ({@code 90m},
 * {@code 12h}, {@code 7d}, {@code 4w}), or a date, which is the beginning of that day in the zone.
 */
public final class Times {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,5})([mhdw])");

    private Times() {}

    /**
     * The zone of that name; UTC for none.
     *
     * @throws FilterException when there is none such
     */
    public static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new FilterException(
                    "zone", 0, "'" + FilterParser.clip(name) + "' is no time zone such as Europe/Vienna or UTC.");
        }
    }

    static @Nullable Instant parse(String parameter, @Nullable String text, ZoneId zone, Clock clock) {
        if (text == null) {
            return null;
        }
        Matcher span = SPAN.matcher(text);
        try {
            if (span.matches()) {
                return Instant.now(clock).minus(span(Long.parseLong(span.group(1)), span.group(2)));
            }
            return text.length() <= "2026-11-02".length()
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    // a '+' that was not encoded arrives as a blank
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw new FilterException(
                    parameter,
                    0,
                    "'" + FilterParser.clip(text)
                            + "' is neither a date (2026-11-02), an instant (2026-11-02T08:00:00Z)"
                            + " nor a span back from now (90m, 12h, 7d, 4w).");
        }
    }

    private static Duration span(long count, String unit) {
        return switch (unit) {
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> Duration.ofDays(7 * count);
        };
    }
}
