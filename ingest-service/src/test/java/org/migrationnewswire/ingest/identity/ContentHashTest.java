// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationnewswire.ingest.identity.EntryKeysTest.entry;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationnewswire.ingest.parse.ParsedEntry;

class ContentHashTest {
    private final String hash = ContentHash.of(entry("g", "T", "https://x.example/a"));

    @Test
    void anotherTrackerIsNoEdit() {
        assertThat(ContentHash.of(entry("g", "T", "https://x.example/a?utm_campaign=2")))
                .isEqualTo(hash);
    }

    @Test
    void anotherDateOrCategoryIsNoEdit() {
        ParsedEntry touched = new ParsedEntry(
                "g",
                "T",
                "https://x.example/a",
                null,
                "<p>text</p>",
                "text",
                Instant.EPOCH,
                Instant.EPOCH,
                List.of(),
                List.of("new"),
                List.of(),
                null);

        assertThat(ContentHash.of(touched)).isEqualTo(hash);
    }

    @Test
    void anotherTitleOrTextIsAnEdit() {
        ParsedEntry longer = new ParsedEntry(
                "g",
                "T",
                "https://x.example/a",
                null,
                null,
                "text more",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null);

        assertThat(ContentHash.of(entry("g", "U", "https://x.example/a"))).isNotEqualTo(hash);
        assertThat(ContentHash.of(longer)).isNotEqualTo(hash);
    }
}
