// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.benchmarks;

import java.util.List;

/**
 * What a benchmark has measured, as a table of Markdown.
 *
 * @param columns their headings
 * @param rows as many cells in each as there are columns
 * @param conditions what was measured, in a sentence or two
 */
record Figures(String conditions, List<String> columns, List<List<String>> rows) {
    Figures {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    String markdown() {
        StringBuilder out = new StringBuilder(conditions).append("\n\n");
        line(out, columns);
        line(out, columns.stream().map(column -> "---").toList());
        rows.forEach(row -> line(out, row));
        return out.toString();
    }

    private static void line(StringBuilder out, List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
