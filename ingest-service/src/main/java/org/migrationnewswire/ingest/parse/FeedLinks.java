// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The feeds that a web page links to, by {@code link} elements (HTML, section 4.6.7.1) and by plain links. */
public final class FeedLinks {
    private static final Set<String> TYPES = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/feed+json",
            "application/rdf+xml",
            "application/json");
    private static final int MOST = 20;

    private FeedLinks() {}

    /**
     * A link to a feed.
     *
     * @param url absolute
     * @param title what the page calls it; null when it does not say
     */
    public record Link(String url, @Nullable String title) {}

    /** Whether a document was rejected because it is a web page. */
    public static boolean isWebPage(@Nullable ParseResult parsed) {
        return parsed instanceof ParseResult.Rejected rejected
                && rejected.category().equals(XmlFeedReader.WEB_PAGE_CATEGORY);
    }

    /** The feeds that the page links to, those that it calls its own first; comments' feeds last. */
    public static List<Link> of(byte[] page, @Nullable String contentType, String base) {
        Document document = Jsoup.parse(DocumentText.of(page, contentType), base);
        List<Link> links = new ArrayList<>();
        for (Element element : document.select("link[rel~=(?i)\\balternate\\b][href]")) {
            if (TYPES.contains(element.attr("type").strip().toLowerCase(Locale.ROOT))
                    && !element.attr("href").contains("oembed")
                    && !element.attr("href").contains("/wp-json/")) {
                add(links, element.attr("abs:href"), element.attr("title"));
            }
        }
        for (Element element : document.select("a[type~=(?i)^application/(rss|atom|rdf).xml$][href],"
                + " a[href~=(?i)(/rss|/feed|/atom)/?$], a[href~=(?i)(rss|feed|atom)[a-z0-9_-]*\\.(xml|json)$]")) {
            add(links, element.attr("abs:href"), element.text());
        }
        links.sort((a, b) -> Boolean.compare(isOfComments(a), isOfComments(b)));
        return links.subList(0, Math.min(links.size(), MOST));
    }

    private static void add(List<Link> links, String url, String title) {
        if (url.startsWith("http") && links.stream().noneMatch(l -> l.url().equals(url))) {
            links.add(new Link(url, title.isBlank() ? null : title.strip()));
        }
    }

    private static boolean isOfComments(Link link) {
        String title = link.title() == null ? "" : link.title().toLowerCase(Locale.ROOT);
        return link.url().contains("/comments/") || title.contains("comments");
    }
}
