// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationnewswire.ingest.parse.ParsedEntry;

class EntryKeysTest {
    private static final Instant DAY = Instant.parse("2026-11-02T00:00:00Z");

    @Test
    void theGuidIsTheKeyWhenThereIsOne() {
        assertThat(EntryKeys.of(List.of(entry("g", "T", "https://x.example/a"))))
                .containsExactly("g");
    }

    @Test
    void withoutGuidItIsTheCanonicalLink() {
        assertThat(EntryKeys.of(List.of(entry(null, "T", "https://x.example//a?utm_source=x"))))
                .containsExactly("https://x.example/a");
    }

    @Test
    void withNeitherItIsTitleAndDate() {
        assertThat(EntryKeys.of(List.of(entry(null, "T", null)))).containsExactly("T\0" + DAY);
    }

    @Test
    void aGuidThatStandsTwiceTellsNothing() {
        assertThat(EntryKeys.of(
                        List.of(entry("g", "A", "https://x.example/a"), entry("g", "B", "https://x.example/b"))))
                .containsExactly("https://x.example/a", "https://x.example/b");
    }

    @Test
    void articlesThatShareGuidAndLinkAreToldApartByTitle() {
        assertThat(EntryKeys.of(List.of(entry("g", "A", "https://x.example/"), entry("g", "B", "https://x.example/"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void aLinkThatIsItsOwnGuidIsOneKey() {
        String link = "https://x.example/a";

        assertThat(EntryKeys.of(List.of(entry(link, "A", link)))).containsExactly(link);
    }

    static ParsedEntry entry(String guid, String title, String link) {
        return new ParsedEntry(guid, title, link, null, null, "text", DAY, null, List.of(), List.of(), List.of(), null);
    }
}
