// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.contracts.Ids;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.ingest.fetch.FetchLimits;
import org.migrationnewswire.ingest.fetch.FetchRequest;
import org.migrationnewswire.ingest.fetch.FetchResult;
import org.migrationnewswire.ingest.fetch.Fetcher;
import org.migrationnewswire.ingest.fetch.Hosts;
import org.migrationnewswire.ingest.fetch.Identity;
import org.migrationnewswire.ingest.fetch.Networks;
import org.migrationnewswire.ingest.identity.EntryKeys;
import org.migrationnewswire.ingest.identity.FeedUrl;
import org.migrationnewswire.ingest.parse.FeedParser;
import org.migrationnewswire.ingest.parse.ParseResult;
import org.migrationnewswire.ingest.parse.ParsedFeed;

/** Prints what each document holds, a line of JSON a document, in the order given. */
public final class ParseCommand {
    private final Fetcher fetcher;
    private final FeedParser parser = new FeedParser();

    private ParseCommand(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /** Ends the process with 0 when all documents were read, else 1; 2 when there is none to read. */
    public static void main(String... sources) throws IOException {
        if (sources.length == 0) {
            System.err.println("newswire: 'parse' needs a file or an address. './newswire parse --help' says more.");
            System.exit(2);
        }
        boolean allRead = true;
        try (Fetcher fetcher = fetcher();
                OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))) {
            ParseCommand command = new ParseCommand(fetcher);
            for (String source : sources) {
                Map<String, Object> line = command.line(source);
                allRead &= Boolean.TRUE.equals(line.get("ok"));
                out.write(Json.write(line));
                out.write('\n');
            }
        }
        System.exit(allRead ? 0 : 1);
    }

    private static Fetcher fetcher() {
        Clock clock = Clock.systemUTC();
        return new Fetcher(Networks.ALL, FetchLimits.DEFAULT, Identity.DEFAULT, new Hosts(Duration.ZERO, clock), clock);
    }

    private Map<String, Object> line(String source) {
        String url = url(source);
        return switch (fetcher.fetch(FetchRequest.to(url))) {
            case FetchResult.Fetched fetched -> parsed(source, url, fetched);
            case FetchResult.Failed failed -> error(source, failed.category(), failed.detail());
            case FetchResult.Throttled throttled ->
                error(
                        source,
                        "throttled",
                        "the publisher asks to wait " + throttled.retryAfter().toSeconds() + " s");
            case FetchResult.Postponed postponed ->
                error(source, "throttled", "its host asks to be left alone until " + postponed.until());
            case FetchResult.Gone gone -> error(source, "gone", "the publisher says that it is gone for good (410)");
            case FetchResult.NotModified none ->
                error(source, "http-status", "it answered 304 to a request without validators");
        };
    }

    private Map<String, Object> parsed(String source, String url, FetchResult.Fetched fetched) {
        return switch (parser.parse(fetched.body(), fetched.headers().contentType(), fetched.location())) {
            case ParseResult.Rejected rejected -> error(source, rejected.category(), rejected.detail());
            case ParseResult.Parsed parsed -> {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("source", source);
                line.put("ok", true);
                line.put("feed", ParsedLine.feed(parsed.feed()));
                line.put("items", items(url, parsed.feed()));
                yield line;
            }
        };
    }

    private static List<Map<String, Object>> items(String url, ParsedFeed feed) {
        String feedId = FeedUrl.id(url);
        List<String> keys = EntryKeys.of(feed.entries());
        return IntStream.range(0, keys.size())
                .mapToObj(i -> ParsedLine.item(
                        Ids.item(feedId, keys.get(i)), feed, feed.entries().get(i)))
                .toList();
    }

    private static Map<String, Object> error(String source, String category, String detail) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("source", source);
        line.put("ok", false);
        line.put("error", new FeedState.Failure(category, detail));
        return line;
    }

    private static String url(String source) {
        if (source.startsWith("http://") || source.startsWith("https://") || source.startsWith("file:")) {
            return source;
        }
        try {
            return Path.of(source).toAbsolutePath().normalize().toUri().toString();
        } catch (InvalidPathException e) {
            return source;
        }
    }
}
