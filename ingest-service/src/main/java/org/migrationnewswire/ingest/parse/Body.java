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
        String shortForm = description == null || description.isBlank()
                ? null
                : Html.of(description, base).text();
        String longForm = content == null || content.isBlank() ? description : content;
        if (longForm == null || longForm.isBlank()) {
            return new Body(null, null, null);
        }
        Html html = Html.of(longForm, base);
        String text = html.text();
        String summary = clip(shortForm == null || shortForm.isEmpty() ? text : shortForm);
        return new Body(empty(summary), empty(html.html()), empty(text));
    }

    /** The first characters, cut at a word. */
    private static String clip(String text) {
        String line = text.replaceAll("\\s+", " ");
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
