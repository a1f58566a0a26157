// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.benchmarks;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;
import org.migrationnewswire.ingest.parse.FeedParser;
import org.migrationnewswire.ingest.parse.ParseResult;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Documents a second, of the parser and of ROME alone, which JMH runs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ParseRun {
    static final int ENTRIES = 50;
    private static final String TYPE = "application/xml";

    /** Which document. */
    @Param({"rss", "rss-with-html", "atom"})
    public String document = "";

    private final FeedParser parser = new FeedParser();
    private byte[] body = new byte[0];

    static byte[] document(String name) {
        return switch (name) {
            case "rss" -> Documents.rss(ENTRIES);
            case "rss-with-html" -> Documents.rssWithHtml(ENTRIES);
            case "atom" -> Documents.atom(ENTRIES);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Makes the document. */
    @Setup
    public void prepare() {
        body = document(document);
    }

    /** All that the service does between bytes and entries: mending, dates, clean HTML, plain text, languages. */
    @Benchmark
    public ParseResult newswire() {
        ParseResult result = parser.parse(body, TYPE, "https://news.example/feed");
        if (!(result instanceof ParseResult.Parsed parsed)
                || parsed.feed().entries().size() != ENTRIES) {
            throw new IllegalStateException("read as " + result);
        }
        return result;
    }

    /** ROME alone, which leaves HTML as it is. */
    @Benchmark
    public SyndFeed rome() throws IOException, FeedException {
        SyndFeed feed = new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(body), TYPE, true));
        if (feed.getEntries().size() != ENTRIES) {
            throw new IllegalStateException("ROME reads " + feed.getEntries().size());
        }
        return feed;
    }

    /** ROME, and jsoup's cleaner over what it gives. */
    @Benchmark
    public int romeAndJsoup() throws IOException, FeedException {
        int length = 0;
        for (SyndEntry entry : rome().getEntries()) {
            if (entry.getDescription() != null) {
                length += clean(entry.getDescription());
            }
            for (SyndContent content : entry.getContents()) {
                length += clean(content);
            }
        }
        return length;
    }

    private static int clean(SyndContent html) {
        return Jsoup.clean(html.getValue(), "https://news.example/feed", Safelist.relaxed())
                .length();
    }
}
