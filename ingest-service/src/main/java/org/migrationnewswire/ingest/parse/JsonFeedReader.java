// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.contracts.Item;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1). */
final class JsonFeedReader {
    private static final String VERSION = "https://jsonfeed.org/version/";

    private final ObjectMapper mapper = new ObjectMapper();

    ParseResult read(byte[] body, String base) {
        JsonNode feed;
        try {
            feed = mapper.readTree(body);
        } catch (JsonProcessingException e) {
            return new ParseResult.Rejected(
                    "malformed-json", "line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            return new ParseResult.Rejected("malformed-json", String.valueOf(e.getMessage()));
        }
        String version = feed.path("version").asText();
        if (!version.startsWith(VERSION) || !feed.path("items").isArray()) {
            return new ParseResult.Rejected(
                    "not-a-feed", "it is JSON, but its version and items are not those of JSON Feed");
        }
        return new ParseResult.Parsed(feed(feed, "jsonfeed_" + version.substring(VERSION.length()), base));
    }

    private static ParsedFeed feed(JsonNode feed, String format, String base) {
        String site = Links.absolute(text(feed, "home_page_url"), base);
        List<ParsedEntry> entries = new ArrayList<>();
        for (JsonNode item : feed.path("items")) {
            if (item.isObject()) {
                entries.add(entry(item, site == null ? base : site));
            }
        }
        return new ParsedFeed(
                format, plain(feed, "title"), site, text(feed, "language"), entries, List.of(), about(feed, base));
    }

    private static ParsedFeed.About about(JsonNode feed, String base) {
        for (JsonNode hub : feed.path("hubs")) {
            if ("WebSub".equalsIgnoreCase(text(hub, "type"))) {
                return new ParsedFeed.About(
                        FeedState.Hints.NONE,
                        Links.absolute(text(hub, "url"), base),
                        Links.absolute(text(feed, "feed_url"), base));
            }
        }
        return ParsedFeed.About.NOTHING;
    }

    private static ParsedEntry entry(JsonNode item, String base) {
        String url = text(item, "url") == null ? text(item, "external_url") : text(item, "url");
        String absolute = Links.absolute(url, base);
        String link = absolute == null ? null : Redirectors.unwrapped(absolute);
        String html = text(item, "content_html");
        String plainText = text(item, "content_text");
        String content = html != null || plainText == null ? html : paragraphs(plainText);
        Body body = Body.of(text(item, "summary"), content, link == null ? base : link);
        String title = plain(item, "title");
        return new ParsedEntry(
                text(item, "id"),
                title == null ? "" : title,
                link,
                body.summary(),
                body.html(),
                body.text(),
                Dates.parse(text(item, "date_published")),
                Dates.parse(text(item, "date_modified")),
                authors(item),
                categories(item),
                enclosures(item, base),
                text(item, "language"));
    }

    /** Text as the HTML that shows it. */
    private static String paragraphs(String text) {
        String escaped = Html.escaped(text);
        return "<p>" + escaped.replaceAll("\n{2,}", "</p><p>").replace("\n", "<br>") + "</p>";
    }

    private static List<Item.Author> authors(JsonNode item) {
        List<Item.Author> authors = new ArrayList<>();
        for (JsonNode author : item.path("authors").isArray() ? item.path("authors") : List.of(item.path("author"))) {
            String name = plain(author, "name");
            if (name != null) {
                authors.add(new Item.Author(name, null, text(author, "url")));
            }
        }
        return authors;
    }

    private static List<String> categories(JsonNode item) {
        List<String> categories = new ArrayList<>();
        item.path("tags").forEach(tag -> {
            if (tag.isTextual() && !tag.asText().isBlank()) {
                categories.add(tag.asText().strip());
            }
        });
        return categories;
    }

    private static List<Item.Enclosure> enclosures(JsonNode item, String base) {
        List<Item.Enclosure> enclosures = new ArrayList<>();
        for (JsonNode attachment : item.path("attachments")) {
            String url = Links.absolute(text(attachment, "url"), base);
            if (url != null) {
                long size = attachment.path("size_in_bytes").asLong(0);
                enclosures.add(new Item.Enclosure(url, text(attachment, "mime_type"), size > 0 ? size : null));
            }
        }
        return enclosures;
    }

    private static @Nullable String plain(JsonNode node, String field) {
        String text = text(node, field);
        return text == null ? null : Html.plain(text);
    }

    /** The field as text; numbers too, since ids are often given so. */
    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        String text = value.isTextual() || value.isNumber() ? value.asText().strip() : "";
        return text.isEmpty() ? null : text;
    }
}
