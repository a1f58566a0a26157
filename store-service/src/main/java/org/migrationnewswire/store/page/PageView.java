// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page as the template shows it.
 *
 * @param query text of the search box
 * @param hidden the other parameters, that the search box must keep
 * @param items of this page
 * @param total how many there are in all, in words
 * @param facets to narrow down by
 * @param chosen what the page is narrowed down to
 * @param next address of the next page; null on the last one
 * @param api address of the same question to the API
 * @param message instead of items; null when there are some
 */
public record PageView(
        String query,
        List<Hidden> hidden,
        List<ItemView> items,
        String total,
        List<FacetView> facets,
        List<Choice> chosen,
        @Nullable String next,
        String api,
        @Nullable String message) {
    /** A parameter that the search box must keep. */
    public record Hidden(String name, String value) {}

    /**
     * A choice, and where making or undoing it leads.
     *
     * @param label what it is called
     * @param count items that it would leave; null for one that is made
     * @param href where it leads
     * @param made whether it is made
     */
    public record Choice(String label, @Nullable Integer count, String href, boolean made) {}

    /**
     * Choices of one sort.
     *
     * @param title what they are of
     * @param choices the most frequent first
     */
    public record FacetView(String title, List<Choice> choices) {}

    /**
     * An item.
     *
     * @param title never empty
     * @param link of {@code http} or {@code https}; null when it has none
     * @param source the feed's title
     * @param day of publication, in UTC
     * @param instant of publication, ISO 8601
     * @param kind its label
     * @param regions tags
     * @param themes tags
     * @param snippet the sentence with the most evidence; null when there is none
     * @param summary shown when there is no snippet; null when there is none
     * @param language BCP 47, for the text's {@code lang}
     */
    public record ItemView(
            String title,
            @Nullable String link,
            String source,
            String day,
            String instant,
            String kind,
            List<TagView> regions,
            List<TagView> themes,
            @Nullable Snippet snippet,
            @Nullable String summary,
            String language) {}

    /**
     * A tag.
     *
     * @param label in English
     * @param href where choosing it leads
     * @param primary whether the item is about it
     * @param why score and words, for whoever hovers
     */
    public record TagView(String label, String href, boolean primary, String why) {}
}
