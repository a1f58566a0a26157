// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import org.migrationnewswire.contracts.Tag.Evidence;
import org.migrationnewswire.enrich.text.Words;

/** A field cut into words, and what a word counts in it. */
record FieldWords(String name, Words words) {
    private static final int LEAD_CHARACTERS = 400;
    private static final double IN_TITLE = 3;
    private static final double IN_LEAD = 1.5;

    boolean isTitle() {
        return name.equals(TagInput.TITLE);
    }

    /** What a mention counts that begins at that word. */
    double weight(int word) {
        if (isTitle()) {
            return IN_TITLE;
        }
        return words.list().get(word).start() < LEAD_CHARACTERS ? IN_LEAD : 1;
    }

    Evidence evidence(int first, int end) {
        return new Evidence(
                name, words.list().get(first).start(), words.list().get(end - 1).end(), words.between(first, end));
    }
}
