// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.ingest.parse.ParsedEntry;

/** The keys of a document's entries: what tells one from another within a feed. */
public final class EntryKeys {
    private EntryKeys() {}

    /**
     * A key an entry, in the document's order: the first of guid, canonical link, and title with date that is there
     * and stands once. Two entries that share all of these are one entry, given twice.
     */
    public static List<String> of(List<ParsedEntry> entries) {
        Map<String, Integer> counts = new HashMap<>();
        entries.forEach(entry -> candidates(entry).distinct().forEach(key -> counts.merge(key, 1, Integer::sum)));
        List<String> keys = new ArrayList<>(entries.size());
        for (ParsedEntry entry : entries) {
            keys.add(candidates(entry)
                    .filter(key -> Integer.valueOf(1).equals(counts.get(key)))
                    .findFirst()
                    .orElseGet(() -> titleAndDate(entry)));
        }
        return keys;
    }

    private static Stream<String> candidates(ParsedEntry entry) {
        return Stream.of(
                        Stream.ofNullable(entry.guid()),
                        Stream.ofNullable(canonical(entry.link())),
                        Stream.of(titleAndDate(entry)))
                .flatMap(s -> s);
    }

    private static @Nullable String canonical(@Nullable String link) {
        return link == null ? null : CanonicalLink.of(link);
    }

    private static String titleAndDate(ParsedEntry entry) {
        return entry.title() + "\0" + (entry.publishedAt() == null ? "" : entry.publishedAt());
    }
}
