// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.forms;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.contracts.TaggedItem;

/**
 * CSV (RFC 4180), UTF-8, one line an item. A cell that a spreadsheet would take for a formula has an apostrophe before
 * it, whatever blanks it hides behind.
 */
public final class CsvWriter {
    private static final String HEAD = "id,date,title,link,source,language,kind,regions,themes,summary";
    private static final String FORMULA = "=+-@\t\r＝＋－＠";
    private static final String END = "\r\n";

    private CsvWriter() {}

    /** The document, with its head. */
    public static String write(List<TaggedItem> items) {
        return HEAD + END + items.stream().map(CsvWriter::line).collect(Collectors.joining());
    }

    private static String line(TaggedItem tagged) {
        Item item = tagged.item();
        return String.join(
                        ",",
                        cell(item.id()),
                        cell(item.sortDate().toString()),
                        cell(item.title()),
                        cell(item.link()),
                        cell(item.feed().title()),
                        cell(tagged.tags().language()),
                        cell(tagged.tags().kind()),
                        cell(ids(tagged.tags().regions())),
                        cell(ids(tagged.tags().themes())),
                        cell(item.summary()))
                + END;
    }

    private static String ids(List<Tag> tags) {
        return tags.stream().map(Tag::id).collect(Collectors.joining(" "));
    }

    private static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String bare = text.strip();
        boolean formula =
                FORMULA.indexOf(text.charAt(0)) >= 0 || !bare.isEmpty() && FORMULA.indexOf(bare.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n;\\t].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
