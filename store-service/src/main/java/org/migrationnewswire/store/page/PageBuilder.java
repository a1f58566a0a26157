// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.page;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.query.Dimension;
import org.migrationnewswire.query.Vocabulary;
import org.migrationnewswire.store.page.PageView.Choice;
import org.migrationnewswire.store.page.PageView.FacetView;
import org.migrationnewswire.store.page.PageView.Hidden;
import org.migrationnewswire.store.page.PageView.ItemView;
import org.migrationnewswire.store.page.PageView.TagView;
import org.migrationnewswire.store.search.SearchResult;

/** From an answer to the page that shows it. */
final class PageBuilder {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int MOST_CHOICES = 12;
    private static final int MOST_TAGS = 8;
    private static final Map<Dimension, String> TITLES = titles();

    private final Address address;
    private final Vocabulary vocabulary;
    private final Map<String, String> feedTitles = new LinkedHashMap<>();

    PageBuilder(Address address, Vocabulary vocabulary) {
        this.address = address;
        this.vocabulary = vocabulary;
    }

    PageView page(SearchResult result) {
        result.facets()
                .getOrDefault(Dimension.FEED, List.of())
                .forEach(feed -> feedTitles.put(feed.id(), feed.label()));
        List<ItemView> items = new ArrayList<>();
        for (byte[] json : result.items()) {
            TaggedItem tagged = Json.read(json, TaggedItem.class);
            items.add(item(tagged));
        }
        List<Choice> chosen = chosen();
        boolean narrowed = !chosen.isEmpty() || !q().isEmpty();
        String message = items.isEmpty() ? nothing(narrowed) : null;
        return page(items, total(result.total()), facets(result), chosen, next(result), message);
    }

    /** The page when there is no answer. */
    PageView without(String message) {
        return page(List.of(), "", List.of(), chosen(), null, message);
    }

    private PageView page(
            List<ItemView> items,
            String total,
            List<FacetView> facets,
            List<Choice> chosen,
            @Nullable String next,
            @Nullable String message) {
        return new PageView(q(), hidden(), items, total, facets, chosen, next, address.api(), message);
    }

    private static String nothing(boolean narrowed) {
        return narrowed
                ? "Nothing matches. Take one of the choices back, or ask with fewer words."
                : "No items yet. Feeds are polled as soon as they are registered: load this page again in a moment.";
    }

    private @Nullable String next(SearchResult result) {
        return result.next() == null ? null : address.next(result.next().text());
    }

    private ItemView item(TaggedItem tagged) {
        Item item = tagged.item();
        Snippet snippet = Snippet.of(tagged);
        String kind = tagged.tags().kind() == null
                ? ""
                : vocabulary.label(Dimension.KIND, tagged.tags().kind());
        return new ItemView(
                item.title().isEmpty() ? "Untitled" : item.title(),
                web(item.link()),
                item.feed().title(),
                DAY.format(item.sortDate()),
                item.sortDate().toString(),
                kind,
                tags(Dimension.REGION, tagged.tags().regions()),
                tags(Dimension.THEME, tagged.tags().themes()),
                snippet,
                snippet == null ? item.summary() : null,
                tagged.tags().language());
    }

    private List<TagView> tags(Dimension dimension, List<Tag> tags) {
        return tags.stream()
                .limit(MOST_TAGS)
                .map(tag -> new TagView(
                        tag.label(), address.toggled(dimension.parameter(), tag.id()), tag.primary(), why(tag)))
                .toList();
    }

    private static String why(Tag tag) {
        String words = tag.evidence().stream()
                .map(e -> "“" + e.text() + "”")
                .distinct()
                .limit(5)
                .collect(Collectors.joining(", "));
        return (tag.primary() ? "about it" : "mentions it") + ", score " + tag.score() + ": " + words;
    }

    private static @Nullable String web(@Nullable String link) {
        return link != null && (link.startsWith("https://") || link.startsWith("http://")) ? link : null;
    }

    private List<FacetView> facets(SearchResult result) {
        List<FacetView> facets = new ArrayList<>();
        result.facets().forEach((dimension, counts) -> {
            List<Choice> choices = counts.stream()
                    .limit(MOST_CHOICES)
                    .map(count -> new Choice(
                            count.label(),
                            count.count(),
                            address.toggled(dimension.parameter(), count.id()),
                            address.has(dimension.parameter(), count.id())))
                    .toList();
            if (!choices.isEmpty()) {
                facets.add(new FacetView(TITLES.getOrDefault(dimension, dimension.parameter()), choices));
            }
        });
        return facets;
    }

    private List<Choice> chosen() {
        List<Choice> chosen = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            for (String value : address.parameters().getOrDefault(dimension.parameter(), List.of())) {
                String label = dimension == Dimension.FEED
                        ? feedTitles.getOrDefault(value, value)
                        : vocabulary.label(dimension, value);
                chosen.add(new Choice(label, null, address.toggled(dimension.parameter(), value), true));
            }
        }
        return chosen;
    }

    private String q() {
        return String.join(" ", address.parameters().getOrDefault("q", List.of()));
    }

    private List<Hidden> hidden() {
        List<Hidden> hidden = new ArrayList<>();
        address.parameters().forEach((name, values) -> {
            if (!name.equals("q") && !name.equals("after")) {
                values.forEach(value -> hidden.add(new Hidden(name, value)));
            }
        });
        return hidden;
    }

    private static String total(SearchResult.Total total) {
        String items = total.value() == 1 ? " item" : " items";
        String number = String.format(Locale.ENGLISH, "%,d", total.value());
        return (total.relation().equals("eq") ? "" : "more than ") + number + items;
    }

    private static Map<Dimension, String> titles() {
        Map<Dimension, String> titles = new LinkedHashMap<>();
        titles.put(Dimension.REGION, "Regions");
        titles.put(Dimension.THEME, "Themes");
        titles.put(Dimension.FEED, "Sources");
        titles.put(Dimension.LANGUAGE, "Languages");
        titles.put(Dimension.KIND, "Kinds");
        return titles;
    }
}
