// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One region or theme of an item, with the words that made it so.
 *
 * @param id region or theme: ISO 3166-1 alpha-2 in upper case (and XK), M49 in digits, else a slug
 * @param label in English
 * @param score 0 to 1
 * @param primary true when the item is about it, not just mentions it
 * @param rule name of the rule that gave it
 * @param source who gave it
 * @param evidence where it stands in the item; empty only for a person's tag
 */
public record Tag(
        String id, String label, double score, boolean primary, String rule, Source source, List<Evidence> evidence) {
    public Tag {
        Require.text("tag id", id);
        Require.text("tag label", label);
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("tag " + id + " has the score " + score + ", not one from 0 to 1");
        }
        evidence = Require.list(evidence);
    }

    /** Who gave a tag. */
    public enum Source {
        @JsonProperty("rule")
        RULE,
        @JsonProperty("person")
        PERSON
    }

    /**
     * The words that made a tag: {@code field.substring(start, end).equals(text)}.
     *
     * @param field {@code title}, {@code summary}, {@code contentText}; {@code text} for a bare text
     * @param start UTF-16 code units from the field's start, inclusive
     * @param end exclusive
     * @param text the very words
     */
    public record Evidence(String field, int start, int end, String text) {
        public Evidence {
            Require.atLeast("evidence start", start, 0);
            Require.atLeast("evidence end", end, start + 1L);
        }
    }
}
