// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

/** What became of a document. */
public sealed interface ParseResult {
    /** It is a feed. */
    record Parsed(ParsedFeed feed) implements ParseResult {}

    /**
     * It is none that can be read.
     *
     * @param category {@code not-a-feed}, {@code malformed-xml}, {@code malformed-json}, {@code unsupported-charset}
     * @param detail a sentence for a person
     */
    record Rejected(String category, String detail) implements ParseResult {}
}
