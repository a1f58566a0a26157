// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import org.jspecify.annotations.Nullable;

/** Reads documents of any feed format. Thread-safe. */
public final class FeedParser {
    private final XmlFeedReader xml = new XmlFeedReader();
    private final JsonFeedReader json = new JsonFeedReader();

    /**
     * Reads a document.
     *
     * @param body as fetched, decompressed
     * @param contentType value of the header, for its charset (RFC 7303); null when there is none
     * @param base where the document was fetched from: relative links hang on it
     */
    public ParseResult parse(byte[] body, @Nullable String contentType, String base) {
        int first = firstSignificant(body);
        if (first < 0) {
            return new ParseResult.Rejected("not-a-feed", "the document is empty");
        }
        return body[first] == '{' ? json.read(body, base) : xml.read(body, contentType, base);
    }

    /** Place of the first byte that is neither a byte order mark nor white space; -1 when there is none. */
    private static int firstSignificant(byte[] body) {
        int i = body.length >= 3 && (body[0] & 0xff) == 0xef && (body[1] & 0xff) == 0xbb && (body[2] & 0xff) == 0xbf
                ? 3
                : 0;
        while (i < body.length && (body[i] == ' ' || body[i] == '\n' || body[i] == '\r' || body[i] == '\t')) {
            i++;
        }
        return i < body.length ? i : -1;
    }
}
