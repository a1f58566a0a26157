// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.contracts.TaggedItem;

/** JSON Feed 1.1 (jsonfeed.org), with our tags under {@code _newswire}. */
public final class JsonFeedWriter {
    private JsonFeedWriter() {}

    /** The document. */
    public static byte[] write(Channel channel) {
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", channel.title());
        feed.put("home_page_url", channel.home());
        feed.put("feed_url", channel.self());
        put(feed, "next_url", channel.next());
        feed.put("items", channel.items().stream().map(JsonFeedWriter::item).toList());
        return Json.write(feed);
    }

    private static Map<String, Object> item(TaggedItem tagged) {
        Item item = tagged.item();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", "urn:newswire:item:" + item.id());
        put(entry, "url", item.link());
        entry.put("title", item.title());
        put(entry, "summary", item.summary());
        if (item.contentHtml() == null) {
            String text = item.contentText() == null ? item.summary() : item.contentText();
            entry.put("content_text", text == null ? item.title() : text); // one of the two must be there
        } else {
            entry.put("content_html", item.contentHtml());
        }
        entry.put("date_published", item.sortDate());
        entry.put("date_modified", Channel.updated(tagged));
        entry.put("authors", authors(item));
        List<String> tags = Stream.concat(tagged.tags().regions().stream(), tagged.tags().themes().stream())
                .map(Tag::label)
                .toList();
        entry.put("tags", tags);
        if (!tagged.tags().language().equals("und")) {
            entry.put("language", tagged.tags().language());
        }
        Map<String, Object> ours = new LinkedHashMap<>();
        ours.put("feed", item.feed());
        ours.put("regions", tagged.tags().regions());
        ours.put("themes", tagged.tags().themes());
        entry.put("_newswire", ours);
        return entry;
    }

    /** Those who wrote it; its feed when nobody is named, so that the source always is. */
    private static List<Map<String, Object>> authors(Item item) {
        if (!item.authors().isEmpty()) {
            return item.authors().stream().map(a -> author(a.name(), a.uri())).toList();
        }
        return List.of(author(item.feed().title(), item.feed().link()));
    }

    private static Map<String, Object> author(String name, @Nullable String url) {
        Map<String, Object> author = new LinkedHashMap<>();
        author.put("name", name);
        put(author, "url", url);
        return author;
    }

    private static void put(Map<String, Object> to, String name, @Nullable String value) {
        if (value != null) {
            to.put(name, value);
        }
    }
}
