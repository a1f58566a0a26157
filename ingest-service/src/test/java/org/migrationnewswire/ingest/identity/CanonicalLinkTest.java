// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalLinkTest {
    @ParameterizedTest
    @CsvSource({
        "https://www.x.example//news//a/, https://www.x.example/news/a/",
        "HTTPS://WWW.X.Example/News, https://www.x.example/News",
        "https://x.example:443/a#part, https://x.example/a",
        "http://x.example:8080, http://x.example:8080/",
        "https://x.example/a?utm_source=f&id=7&fbclid=z, https://x.example/a?id=7",
        "https://x.example/a?UTM_Medium=rss, https://x.example/a",
        "https://x.example/a?b=1&c=https://y.example//z, https://x.example/a?b=1&c=https://y.example//z",
        "https://x.example/two words, https://x.example/two%20words",
        "tag:x.example;2026:7, tag:x.example;2026:7",
        "not a link at all, not a link at all",
    })
    void leavesOutWhatDoesNotIdentifyThePage(String link, String canonical) {
        assertThat(CanonicalLink.of(link)).isEqualTo(canonical);
        assertThat(CanonicalLink.of(canonical)).isEqualTo(canonical);
    }
}
