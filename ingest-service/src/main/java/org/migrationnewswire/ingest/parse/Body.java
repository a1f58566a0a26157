// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import org.jspecify.annotations.Nullable;

/**
 * What an entry says: summary and content as {@code Item} has them.
 *
 * @param summary plain text; null when there is none
 * @param html safe; null when there is none
 * @param text of the HTML; null when there is none
 */
record Body(
        @Nullable String summary,
        @Nullable String html,
        @Nullable String text) {
    private static final int SUMMARY_LENGTH = 300;

    /**
     * From what a format gives.
     *
     * @param description the short form, HTML or text; it is the content too when there is no other
     * @param content the long form, HTML or text
     */
    static Body of(@Nullable String description, @Nullable String content, String base) {
        Html brief = of(description, base);
        Html full = of(content, base);
        if (full == null) {
            full = brief;
        }
        if (full == null) {
            return new Body(null, null, null);
        }
        String summary = clip(brief == null || brief.text().isEmpty() ? full.text() : brief.text());
        return new Body(empty(summary), empty(full.html()), empty(full.text()));
    }

    private static @Nullable Html of(@Nullable String html, String base) {
        return html == null || html.isBlank() ? null : Html.of(html, base);
    }

    /** The first characters, cut at a word. */
    private static String clip(String text) {
        String line = PlainText.line(text);
        if (line.length() <= SUMMARY_LENGTH) {
            return line;
        }
        int blank = line.lastIndexOf(' ', SUMMARY_LENGTH - 1);
        int end = blank > SUMMARY_LENGTH / 2
                ? blank
                : line.offsetByCodePoints(0, line.codePointCount(0, SUMMARY_LENGTH - 1));
        return line.substring(0, end) + "…";
    }

    private static @Nullable String empty(String text) {
        return text.isEmpty() ? null : text;
    }
}
