// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.ingest.identity.CanonicalLink;
import org.migrationnewswire.ingest.parse.ParsedEntry;
import org.migrationnewswire.ingest.parse.ParsedFeed;

/** A feed and its items as {@code ./newswire parse} prints them: the names of the wire, what is missing left out. */
final class ParsedLine {
    private ParsedLine() {}

    static Map<String, Object> feed(ParsedFeed feed) {
        Map<String, Object> line = new LinkedHashMap<>();
        put(line, "format", feed.format());
        put(line, "title", feed.title());
        put(line, "link", feed.link());
        put(line, "language", feed.language());
        return line;
    }

    static Map<String, Object> item(String id, ParsedFeed feed, ParsedEntry entry) {
        Map<String, Object> line = new LinkedHashMap<>();
        put(line, "id", id);
        put(line, "guid", entry.guid());
        put(line, "title", entry.title());
        put(line, "link", entry.link());
        put(line, "canonicalLink", entry.link() == null ? null : CanonicalLink.of(entry.link()));
        put(line, "summary", entry.summary());
        put(line, "contentHtml", entry.contentHtml());
        put(line, "contentText", entry.contentText());
        put(line, "publishedAt", entry.publishedAt());
        put(line, "updatedAt", entry.updatedAt());
        put(line, "authors", entry.authors());
        put(line, "categories", entry.categories());
        put(line, "enclosures", entry.enclosures());
        put(line, "declaredLanguage", entry.declaredLanguage() == null ? feed.language() : entry.declaredLanguage());
        return line;
    }

    private static void put(Map<String, Object> line, String name, @Nullable Object value) {
        if (value != null) {
            line.put(name, value);
        }
    }
}
