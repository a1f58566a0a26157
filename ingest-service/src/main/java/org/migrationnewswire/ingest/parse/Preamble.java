// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.FeedState.Hints;
import org.migrationnewswire.ingest.parse.ParsedFeed.About;

/**
 * What stands in a document before its first entry: {@code ttl}, {@code skipHours} and {@code skipDays} of RSS 2.0,
 * {@code sy:updatePeriod} of RSS 1.0's syndication module, hub and self of WebSub. Each is read by itself, so that a
 * wrong one costs only itself.
 */
final class Preamble {
    private static final Pattern FIRST_ENTRY = Pattern.compile("<(?:\\w{1,20}:)?(?:item|entry)[\\s>]");
    private static final int LONGEST = 64 * 1024;
    private static final long MOST_MINUTES = Duration.ofDays(30).toMinutes();
    private static final Map<String, Duration> PERIODS = Map.of(
            "hourly", Duration.ofHours(1),
            "daily", Duration.ofDays(1),
            "weekly", Duration.ofDays(7),
            "monthly", Duration.ofDays(30),
            "yearly", Duration.ofDays(365));
    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private final Document document;
    private final String base;

    private Preamble(Document document, String base) {
        this.document = document;
        this.base = base;
    }

    static About of(String text, String base) {
        Matcher entry = FIRST_ENTRY.matcher(text);
        int end = Math.min(entry.find() ? entry.start() : text.length(), LONGEST);
        Preamble preamble = new Preamble(Jsoup.parse(text.substring(0, end), base, Parser.xmlParser()), base);
        return new About(
                new Hints(preamble.atLeast(), preamble.skipHours(), preamble.skipDays()),
                preamble.link("hub"),
                preamble.link("self"));
    }

    private @Nullable Duration atLeast() {
        Duration ttl = null;
        long minutes = number(text("ttl"), 0, MOST_MINUTES);
        if (minutes > 0) {
            ttl = Duration.ofMinutes(minutes);
        }
        Duration period = PERIODS.get(String.valueOf(text("sy:updatePeriod")).toLowerCase(Locale.ROOT));
        if (period == null) {
            return ttl;
        }
        Duration every = period.dividedBy(Math.max(1, number(text("sy:updateFrequency"), 1, 1_000)));
        return ttl == null || every.compareTo(ttl) > 0 ? every : ttl;
    }

    /** RSS 2.0 counts 0 to 23; some write 24 for midnight. */
    private List<Integer> skipHours() {
        TreeSet<Integer> hours = new TreeSet<>();
        for (Element hour : within("skipHours", "hour")) {
            int value = (int) number(hour.text(), 0, 24);
            if (value >= 0) {
                hours.add(value % 24);
            }
        }
        return hours.size() == 24 ? List.of() : List.copyOf(hours);
    }

    private List<String> skipDays() {
        List<String> days = within("skipDays", "day").stream()
                .map(day -> day.text().strip().toLowerCase(Locale.ROOT))
                .filter(DAYS::contains)
                .distinct()
                .toList();
        return days.size() == DAYS.size() ? List.of() : days;
    }

    private List<Element> within(String parent, String name) {
        return document.getAllElements().stream()
                .filter(e -> e.tagName().equals(name)
                        && e.parent() != null
                        && e.parent().tagName().equals(parent))
                .toList();
    }

    private @Nullable String link(String relation) {
        for (Element link : document.getAllElements()) {
            if (link.tagName().equals("link") || link.tagName().endsWith(":link")) {
                String href = link.attr("href");
                if (!href.isBlank() && List.of(link.attr("rel").split("\\s+")).contains(relation)) {
                    return Links.absolute(href, base);
                }
            }
        }
        return null;
    }

    private @Nullable String text(String name) {
        for (Element element : document.getAllElements()) {
            if (element.tagName().equals(name)) {
                return element.text().strip();
            }
        }
        return null;
    }

    /** The number; -1 when it is none or not in between. */
    private static long number(@Nullable String text, long from, long to) {
        if (text == null || !text.strip().matches("\\d{1,9}")) {
            return -1;
        }
        long value = Long.parseLong(text.strip());
        return value < from || value > to ? -1 : value;
    }
}
