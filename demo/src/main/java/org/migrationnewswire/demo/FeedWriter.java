// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.demo;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.migrationnewswire.contracts.Json;

/** A feed as RSS 2.0, Atom (with the tombstones of RFC 6721) or JSON Feed 1.1. */
final class FeedWriter {
    private static final String SITE = "https://demo.example/";

    private FeedWriter() {}

    static String write(DemoFeed feed, List<Story> stories, List<String> withdrawn) {
        return switch (feed.format()) {
            case "atom" -> atom(feed, stories, withdrawn);
            case "json" -> json(feed, stories);
            default -> rss(feed, stories);
        };
    }

    private static String rss(DemoFeed feed, List<Story> stories) {
        return "<rss version=\"2.0\"><channel><title>" + xml(feed.title()) + "</title><link>" + SITE
                + "</link><description>"
                + "A demo feed; all of it is made up.</description><language>" + feed.language() + "</language>"
                + stories.stream()
                        .map(story -> "<item><guid isPermaLink=\"false\">" + story.guid() + "</guid><title>"
                                + xml(story.title()) + "</title><link>" + link(story) + "</link><pubDate>"
                                + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        story.publishedAt().atOffset(ZoneOffset.UTC))
                                + "</pubDate><description>" + xml(story.text()) + "</description></item>")
                        .collect(Collectors.joining("\n"))
                + "</channel></rss>";
    }

    private static String atom(DemoFeed feed, List<Story> stories, List<String> withdrawn) {
        return "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:at=\"http://purl.org/atompub/tombstones/1.0\" xml:lang=\""
                + feed.language() + "\"><title>" + xml(feed.title()) + "</title><id>tag:demo.example,2026:"
                + feed.file()
                + "</id><link href=\"" + SITE + "\"/><updated>"
                + stories.getFirst().publishedAt() + "</updated>"
                + stories.stream()
                        .map(story -> "<entry><id>" + story.guid() + "</id><title>" + xml(story.title())
                                + "</title><link href=\"" + link(story) + "\"/><published>" + story.publishedAt()
                                + "</published><updated>" + story.publishedAt() + "</updated><summary>"
                                + xml(story.text())
                                + "</summary></entry>")
                        .collect(Collectors.joining("\n"))
                + withdrawn.stream()
                        .map(guid -> "<at:deleted-entry ref=\"" + guid + "\" when=\"2026-11-01T00:00:00Z\"/>")
                        .collect(Collectors.joining())
                + "</feed>";
    }

    private static String json(DemoFeed feed, List<Story> stories) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", "https://jsonfeed.org/version/1.1");
        document.put("title", feed.title());
        document.put("home_page_url", SITE);
        document.put("language", feed.language());
        document.put(
                "items",
                stories.stream()
                        .map(story -> Map.of(
                                "id", story.guid(),
                                "url", link(story),
                                "title", story.title(),
                                "content_text", story.text(),
                                "date_published", story.publishedAt().toString()))
                        .toList());
        return new String(Json.write(document), StandardCharsets.UTF_8);
    }

    private static String link(Story story) {
        return SITE + story.guid().substring(story.guid().lastIndexOf(':') + 1);
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
