// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * How items look on a terminal.
 *
 * @param width columns that there are
 * @param colour whether colours are understood
 */
record Terminal(int width, boolean colour) {
    private static final int NARROWEST = 40;
    private static final int USUAL = 100;
    private static final int SOURCE = 18;
    private static final int MOST_TAGS = 4;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    /** The one that the launching script describes: NEWSWIRE_TTY, COLUMNS and NO_COLOR. */
    static Terminal current() {
        String columns = System.getenv().getOrDefault("COLUMNS", "");
        boolean tty = "1".equals(System.getenv("NEWSWIRE_TTY"));
        int width = columns.matches("\\d{2,4}") ? Integer.parseInt(columns) : USUAL;
        return new Terminal(Math.max(NARROWEST, width), tty && System.getenv("NO_COLOR") == null);
    }

    static PrintStream out() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    }

    /** One line: time, source, title, tags; cut to the width. */
    String line(JsonNode item, String mark) {
        String time = time(item.path("sortDate").asText());
        String source = fit(item.path("feed").path("title").asText(), SOURCE);
        String tags = tags(item);
        int left = width - time.length() - SOURCE - mark.length() - 4;
        int tagWidth = Math.min(tags.length(), left / 3);
        String title = fit(title(item), left - tagWidth);
        return painted("2", time) + "  " + painted("36", source) + "  " + painted("33", mark) + title
                + painted("32", tagWidth == 0 ? "" : fit(tags, tagWidth));
    }

    /** What has been withdrawn has no title any more. */
    private static String title(JsonNode item) {
        String title = clean(item.path("title").asText(""));
        return title.isEmpty() ? item.path("id").asText() : title;
    }

    private static String time(String text) {
        return text.isEmpty() ? " ".repeat("2026-11-02 08:00".length()) : TIME.format(Instant.parse(text));
    }

    private static String tags(JsonNode item) {
        String tags = StreamSupport.stream(item.path("regions").spliterator(), false)
                .limit(MOST_TAGS)
                .map(tag -> tag.path("label").asText())
                .collect(Collectors.joining(", "));
        String themes = StreamSupport.stream(item.path("themes").spliterator(), false)
                .limit(MOST_TAGS)
                .map(tag -> tag.path("label").asText())
                .collect(Collectors.joining(", "));
        return clean((tags.isEmpty() || themes.isEmpty() ? tags + themes : tags + " · " + themes))
                .replaceFirst("^(.)", " $1");
    }

    /** Titles are a stranger's: no control character of theirs reaches the terminal. */
    static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069]+", " ")
                .strip();
    }

    private static String fit(String text, int columns) {
        String clean = text.replaceAll("\\p{Cntrl}+", " ");
        int length = clean.codePointCount(0, clean.length());
        if (length <= columns) {
            return clean + " ".repeat(columns - length);
        }
        return clean.substring(0, clean.offsetByCodePoints(0, Math.max(0, columns - 1))) + "…";
    }

    private String painted(String code, String text) {
        return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
