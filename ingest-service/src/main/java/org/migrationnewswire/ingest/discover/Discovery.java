// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.discover;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.ingest.fetch.FetchRequest;
import org.migrationnewswire.ingest.fetch.FetchResult;
import org.migrationnewswire.ingest.fetch.Fetcher;
import org.migrationnewswire.ingest.parse.FeedLinks;
import org.migrationnewswire.ingest.parse.FeedParser;
import org.migrationnewswire.ingest.parse.ParseResult;
import org.migrationnewswire.ingest.parse.ParsedFeed;

/** Looks for feeds at an address: the document itself, what the page there links to, then the usual places. */
public final class Discovery {
    private static final int MOST_TRIED = 8;
    private static final int SAMPLES = 5;
    private static final List<String> USUAL_PLACES =
            List.of("/feed", "/rss.xml", "/feed.xml", "/atom.xml", "/rss", "/index.xml", "/feed.json");

    private final Fetcher fetcher;
    private final FeedParser parser = new FeedParser();

    /** A discovery that fetches with that fetcher. */
    public Discovery(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /**
     * What was found.
     *
     * @param feeds those that could be read
     * @param problem why there are none, in a sentence; null when there are
     */
    public record Found(List<FoundFeed> feeds, @Nullable String problem) {}

    /**
     * A feed that can be registered.
     *
     * @param url where it is
     * @param title what it calls itself; null when it does not say
     * @param format {@code rss_2.0}, {@code atom_1.0} and the like
     * @param entries how many it holds
     * @param latest its first entries, at most 5
     */
    public record FoundFeed(String url, @Nullable String title, String format, int entries, List<Sample> latest) {}

    /** An entry of a feed that was found. */
    public record Sample(
            String title, @Nullable String link, @Nullable Instant publishedAt) {}

    /** The feeds at that address. */
    public Found at(String url) {
        return switch (fetcher.fetch(FetchRequest.to(url))) {
            case FetchResult.Fetched fetched -> in(url, fetched);
            case FetchResult.Failed failed -> new Found(List.of(), failed.detail());
            case FetchResult.Throttled throttled ->
                new Found(
                        List.of(),
                        url + " asks to wait " + throttled.retryAfter().toSeconds() + " s");
            case FetchResult.Postponed postponed ->
                new Found(List.of(), url + " asks to be left alone until " + postponed.until());
            case FetchResult.Gone gone -> new Found(List.of(), url + " is gone for good (410)");
            case FetchResult.NotModified same -> throw new IllegalStateException("a 304 to a plain request");
        };
    }

    private Found in(String url, FetchResult.Fetched fetched) {
        ParseResult parsed = parser.parse(fetched.body(), fetched.headers().contentType(), fetched.location());
        if (parsed instanceof ParseResult.Parsed feed) {
            return new Found(List.of(found(url, feed.feed())), null);
        }
        if (!FeedLinks.isWebPage(parsed)) {
            return new Found(List.of(), url + " is neither a feed nor a web page");
        }
        List<FoundFeed> feeds = readable(linked(fetched), MOST_TRIED);
        if (feeds.isEmpty()) {
            feeds = readable(usual(fetched.location()), 1);
        }
        return new Found(feeds, feeds.isEmpty() ? url + " links to no feed that can be read" : null);
    }

    private static Set<String> linked(FetchResult.Fetched page) {
        Set<String> urls = new LinkedHashSet<>();
        FeedLinks.of(page.body(), page.headers().contentType(), page.location()).forEach(link -> urls.add(link.url()));
        return urls;
    }

    private static Set<String> usual(String location) {
        Set<String> urls = new LinkedHashSet<>();
        USUAL_PLACES.forEach(path -> urls.add(URI.create(location).resolve(path).toString()));
        return urls;
    }

    private List<FoundFeed> readable(Set<String> urls, int atMost) {
        List<FoundFeed> feeds = new ArrayList<>();
        for (String url : urls.stream().limit(MOST_TRIED).toList()) {
            if (feeds.size() < atMost
                    && fetcher.fetch(FetchRequest.to(url)) instanceof FetchResult.Fetched fetched
                    && parser.parse(fetched.body(), fetched.headers().contentType(), fetched.location())
                            instanceof ParseResult.Parsed parsed) {
                feeds.add(found(url, parsed.feed()));
            }
        }
        return feeds;
    }

    private static FoundFeed found(String url, ParsedFeed feed) {
        List<Sample> latest = feed.entries().stream()
                .limit(SAMPLES)
                .map(e -> new Sample(e.title(), e.link(), e.publishedAt()))
                .toList();
        return new FoundFeed(url, feed.title(), feed.format(), feed.entries().size(), latest);
    }
}
