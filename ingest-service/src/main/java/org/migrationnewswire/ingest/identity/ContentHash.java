// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.identity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Ids;
import org.migrationnewswire.ingest.parse.ParsedEntry;

/**
 * What a reader would call the content of an entry: title, summary, text, authors, enclosures, and the page it links
 * to. Not its dates, categories, mark-up or trackers: publishers touch those without having written anything.
 */
public final class ContentHash {
    private ContentHash() {}

    /** The hash; equal for entries that a reader could not tell apart. */
    public static String of(ParsedEntry entry) {
        List<String> parts = new ArrayList<>();
        parts.add(entry.title());
        parts.add(entry.link() == null ? "" : CanonicalLink.of(entry.link()));
        parts.add(nullToEmpty(entry.summary()));
        parts.add(nullToEmpty(entry.contentText()));
        entry.authors().forEach(author -> parts.add("author " + author.name()));
        entry.enclosures().forEach(enclosure -> parts.add("enclosure " + CanonicalLink.of(enclosure.url())));
        return Ids.hash(parts.toArray(String[]::new));
    }

    private static String nullToEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
