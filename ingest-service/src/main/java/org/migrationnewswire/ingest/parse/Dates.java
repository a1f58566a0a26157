// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as publishers write them: RFC 822 and 2822 with their obsolete forms, RFC 3339 and the looser ones of ISO 8601.
 * Without a zone they are UTC; so are single letters but {@code Z}, whose signs RFC 822 had wrong (RFC 2822, section
 * 4.3). What can't be read is null, never "now".
 */
final class Dates {
    private static final String TIME = "(?:[Tt, ]\\s*(\\d{1,2}):?(\\d{2})(?::?(\\d{2})(?:[.,](\\d{1,9}))?)?)?";
    private static final String ZONE = "\\s*([Zz]|[+-]\\d{1,2}:?\\d{0,2}|[A-Za-z]{1,5}(?:[+-]\\d{1,2})?)?";
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})[ -]([A-Za-z]{3,9})\\.?,?[ -](\\d{2}|\\d{4})" + TIME + ZONE);
    private static final Pattern MONTH_FIRST =
            Pattern.compile("([A-Za-z]{3,9})\\.? (\\d{1,2}),? (\\d{4})" + TIME + ZONE);
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/]?(\\d{2})(?:[-/]?(\\d{2}))?" + TIME + ZONE);
    private static final Pattern COMMENT = Pattern.compile("\\([^)]*\\)");
    private static final Pattern WEEKDAY =
            Pattern.compile("^[A-Za-z]{3,9}\\.?,\\s*|^(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\s+");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> ZONE_HOURS = Map.ofEntries(
            Map.entry("est", -5),
            Map.entry("edt", -4),
            Map.entry("cst", -6),
            Map.entry("cdt", -5),
            Map.entry("mst", -7),
            Map.entry("mdt", -6),
            Map.entry("pst", -8),
            Map.entry("pdt", -7),
            Map.entry("wet", 0),
            Map.entry("west", 1),
            Map.entry("bst", 1),
            Map.entry("cet", 1),
            Map.entry("cest", 2),
            Map.entry("eet", 2),
            Map.entry("eest", 3),
            Map.entry("msk", 3),
            Map.entry("trt", 3));
    private static final int LONGEST = 100;

    private Dates() {}

    static @Nullable Instant parse(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return null;
        }
        String bare =
                COMMENT.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
        bare = WEEKDAY.matcher(bare).replaceFirst("");
        try {
            return read(bare);
        } catch (DateTimeException e) {
            return null; // the thirtieth of February
        }
    }

    private static @Nullable Instant read(String text) {
        Matcher m = DAY_FIRST.matcher(text);
        if (m.matches()) {
            return instant(year(m.group(3)), month(m.group(2)), number(m.group(1)), m);
        }
        m = MONTH_FIRST.matcher(text);
        if (m.matches()) {
            return instant(year(m.group(3)), month(m.group(1)), number(m.group(2)), m);
        }
        m = YEAR_FIRST.matcher(text);
        if (m.matches()) {
            return instant(number(m.group(1)), number(m.group(2)), m.group(3) == null ? 1 : number(m.group(3)), m);
        }
        return null;
    }

    /** Groups 4 to 8 are hour, minute, second, its fraction and zone in every form. */
    private static @Nullable Instant instant(int year, int month, int day, Matcher m) {
        if (month == 0) {
            return null;
        }
        int hour = m.group(4) == null ? 0 : number(m.group(4));
        LocalDateTime local = LocalDateTime.of(
                        year, month, day, hour == 24 ? 0 : hour, m.group(5) == null ? 0 : number(m.group(5)))
                .plusSeconds(m.group(6) == null ? 0 : number(m.group(6))) // 60 is a leap second
                .plusNanos(m.group(7) == null ? 0 : number((m.group(7) + "00000000").substring(0, 9)))
                .plusDays(hour == 24 ? 1 : 0);
        return local.toInstant(zone(m.group(8)));
    }

    private static ZoneOffset zone(@Nullable String zone) {
        if (zone == null || zone.equalsIgnoreCase("z")) {
            return ZoneOffset.UTC;
        }
        String name = zone.toLowerCase(Locale.ROOT);
        int sign = Math.max(name.indexOf('+'), name.indexOf('-'));
        if (sign < 0) {
            return ZoneOffset.ofHours(ZONE_HOURS.getOrDefault(name, 0));
        }
        String digits = name.substring(sign + 1).replace(":", "");
        int hours = number(digits.length() <= 2 ? digits : digits.substring(0, digits.length() - 2));
        int minutes = digits.length() <= 2 ? 0 : number(digits.substring(digits.length() - 2));
        int total = (hours * 60 + minutes) * (name.charAt(sign) == '-' ? -60 : 60);
        return ZoneOffset.ofTotalSeconds(total);
    }

    /** Two digits are of this century below 50 (RFC 2822, section 4.3). */
    private static int year(String text) {
        int year = number(text);
        return text.length() > 2 ? year : year + (year < 50 ? 2000 : 1900);
    }

    /** 1 to 12; 0 when it is no month. */
    private static int month(String name) {
        return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
