// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed's document as it was read, whatever its format.
 *
 * @param format {@code rss_2.0}, {@code atom_1.0}, {@code jsonfeed_1.1} and the like
 * @param title plain text; null when it gives none
 * @param link the site, absolute; null when it gives none
 * @param language BCP 47; null when it declares none
 * @param entries in the document's order
 * @param withdrawn guids of entries that the publisher takes back (RFC 6721)
 */
public record ParsedFeed(
        String format,
        @Nullable String title,
        @Nullable String link,
        @Nullable String language,
        List<ParsedEntry> entries,
        List<String> withdrawn) {
    public ParsedFeed {
        entries = List.copyOf(entries);
        withdrawn = List.copyOf(withdrawn);
    }
}
