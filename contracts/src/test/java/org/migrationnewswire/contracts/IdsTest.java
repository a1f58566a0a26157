// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void hashIsTheFirst26CharactersOfBase32OfSha256() {
        // printf 'abc' | sha256sum | xxd -r -p | base32 | cut -c1-26 | tr A-Z a-z
        assertThat(Ids.hash("abc")).isEqualTo("xj4bnp4pahh6uqkbidpf3lrceo");
    }

    @Test
    void partsAreDividedByAZeroByte() {
        assertThat(Ids.hash("a", "b")).isEqualTo(Ids.hash("a\0b")).isNotEqualTo(Ids.hash("ab"));
    }

    @Test
    void itemIdHangsOnFeedAndEntryKey() {
        assertThat(Ids.item("feed", "key")).isEqualTo(Ids.hash("feed", "key")).hasSize(26);
        assertThat(Ids.item("other", "key")).isNotEqualTo(Ids.item("feed", "key"));
    }
}
