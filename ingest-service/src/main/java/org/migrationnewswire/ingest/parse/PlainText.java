// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

/** Text put together piece by piece: white space within it becomes one blank, and no more than one line stays empty. */
final class PlainText {
    private static final int MOST_BREAKS = 2;

    private final StringBuilder out;
    private boolean blank;
    private int breaks;

    PlainText(int likelyLength) {
        out = new StringBuilder(likelyLength);
    }

    /** The text in one line. */
    static String line(String text) {
        PlainText line = new PlainText(text.length());
        line.append(text);
        return line.toString();
    }

    void append(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || (c >= '\t' && c <= '\r') || c == '\u00a0') {
                blank = true;
            } else {
                divide();
                out.append(c);
            }
        }
    }

    /** Ends the line, or so many: two leave one empty. */
    void breakLines(int lines) {
        breaks += lines;
    }

    private void divide() {
        if (!out.isEmpty()) {
            if (breaks > 0) {
                out.append("\n".repeat(Math.min(breaks, MOST_BREAKS)));
            } else if (blank) {
                out.append(' ');
            }
        }
        blank = false;
        breaks = 0;
    }

    @Override
    public String toString() {
        return out.toString().strip();
    }
}
