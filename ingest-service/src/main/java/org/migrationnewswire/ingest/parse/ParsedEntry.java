// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Item;

/**
 * An entry of a document, whatever its format. Fields mean what they mean in {@link Item}; null is what the document
 * does not give.
 */
public record ParsedEntry(
        @Nullable String guid,
        String title,
        @Nullable String link,
        @Nullable String summary,
        @Nullable String contentHtml,
        @Nullable String contentText,
        @Nullable Instant publishedAt,
        @Nullable Instant updatedAt,
        List<Item.Author> authors,
        List<String> categories,
        List<Item.Enclosure> enclosures,
        @Nullable String declaredLanguage) {
    public ParsedEntry {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
        enclosures = List.copyOf(enclosures);
    }
}
