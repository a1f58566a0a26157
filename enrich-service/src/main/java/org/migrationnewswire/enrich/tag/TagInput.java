// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Item;

/**
 * What is to be tagged.
 *
 * @param fields the texts, the title first
 * @param title empty when there is none
 * @param declaredLanguage BCP 47 as declared; null when nobody says
 * @param categories the publisher's own
 * @param date the day, in UTC, whose memberships count
 * @param canonicalLink of the item; null when it has none
 */
public record TagInput(
        List<Field> fields,
        String title,
        @Nullable String declaredLanguage,
        List<String> categories,
        LocalDate date,
        @Nullable String canonicalLink) {
    static final String TITLE = "title";

    public TagInput {
        fields = List.copyOf(fields);
        categories = List.copyOf(categories);
    }

    /**
     * A text that evidence can stand in.
     *
     * @param name as evidence names it
     * @param text may be empty
     */
    public record Field(String name, String text) {}

    /** An item: its title and its text; its summary where it has no text, or says what the text does not. */
    public static TagInput of(Item item) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(TITLE, item.title()));
        String text = item.contentText();
        String summary = item.summary();
        if (summary != null && (text == null || !text.startsWith(withoutEllipsis(summary)))) {
            fields.add(new Field("summary", summary));
        }
        if (text != null) {
            fields.add(new Field("contentText", text));
        }
        return new TagInput(
                fields,
                item.title(),
                item.declaredLanguage(),
                item.categories(),
                LocalDate.ofInstant(item.sortDate(), ZoneOffset.UTC),
                item.canonicalLink());
    }

    /** A bare text, with or without a title. */
    public static TagInput of(@Nullable String title, String text, @Nullable String language, Instant date) {
        List<Field> fields = new ArrayList<>();
        if (title != null) {
            fields.add(new Field(TITLE, title));
        }
        fields.add(new Field("text", text));
        return new TagInput(
                fields,
                title == null ? "" : title,
                language,
                List.of(),
                LocalDate.ofInstant(date, ZoneOffset.UTC),
                null);
    }

    private static String withoutEllipsis(String summary) {
        return summary.endsWith("…") ? summary.substring(0, summary.length() - 1) : summary;
    }
}
