// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.FeedState;

/**
 * A feed's document as it was read, whatever its format.
 *
 * @param format {@code rss_2.0}, {@code atom_1.0}, {@code jsonfeed_1.1} and the like
 * @param title plain text; null when it gives none
 * @param link the site, absolute; null when it gives none
 * @param language BCP 47; null when it declares none
 * @param entries in the document's order
 * @param about what the document says of itself to programs
 * @param withdrawn guids of entries that the publisher takes back (RFC 6721)
 */
public record ParsedFeed(
        String format,
        @Nullable String title,
        @Nullable String link,
        @Nullable String language,
        List<ParsedEntry> entries,
        List<String> withdrawn,
        About about) {
    public ParsedFeed {
        entries = List.copyOf(entries);
        withdrawn = List.copyOf(withdrawn);
    }

    /**
     * What a document says of itself to programs.
     *
     * @param hints when to come again
     * @param hub address of a hub that tells of its news (W3C WebSub); null when there is none
     * @param self what the hub calls the document; null when it does not say
     */
    public record About(
            FeedState.Hints hints,
            @Nullable String hub,
            @Nullable String self) {
        /** It says nothing. */
        public static final About NOTHING = new About(FeedState.Hints.NONE, null, null);
    }
}
