// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Ids;
import org.migrationnewswire.enrich.text.Words;

/** What items that tell the same story share: the hash of the title's words when there are five, else of the link. */
final class StoryKey {
    private static final int WORDS_THAT_TELL = 5;

    private StoryKey() {}

    static String of(String title, @Nullable String canonicalLink) {
        Words words = Words.of(title);
        String normalised = words.list().stream().map(Words.Word::folded).collect(Collectors.joining(" "));
        return words.size() >= WORDS_THAT_TELL || canonicalLink == null
                ? Ids.hash(normalised)
                : Ids.hash(canonicalLink);
    }
}
