// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Made-up feed documents, the same at every run, of the shape and size that institutions publish. */
final class Documents {
    private static final String[] WORDS = ("the ministry has opened a centre for people who ask for protection on the"
                    + " island where boats arrive each week and said that returns would be voluntary while the agency"
                    + " wants more places in schools for children and work permits for nurses from abroad")
            .split(" ");
    private static final Instant NEWEST = Instant.parse("2026-11-01T12:00:00Z");
    private static final int PARAGRAPHS = 4;
    private static final int WORDS_A_PARAGRAPH = 60;

    private Documents() {}

    /** RSS 2.0 with a summary of a few sentences and no full text, as most institutions have it. */
    static byte[] rss(int entries) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>News</title>"
                + "<link>https://news.example/</link><description>What is new</description>");
        for (int i = 0; i < entries; i++) {
            out.append("\n<item><title>")
                    .append(words(i, 9))
                    .append("</title><link>https://news.example/")
                    .append(i)
                    .append("?utm_source=rss</link><guid isPermaLink=\"false\">n-")
                    .append(i)
                    .append("</guid><dc:creator>Desk</dc:creator><category>Asylum</category><pubDate>")
                    .append(rfc822(i))
                    .append("</pubDate><description>")
                    .append(words(i, WORDS_A_PARAGRAPH))
                    .append("</description></item>");
        }
        return out.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** RSS 2.0 with the full text as HTML, as blogs have it. */
    static byte[] rssWithHtml(int entries) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\""
                + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>News</title>"
                + "<link>https://news.example/</link><description>What is new</description>");
        for (int i = 0; i < entries; i++) {
            out.append("\n<item><title>")
                    .append(words(i, 9))
                    .append("</title><link>https://news.example/")
                    .append(i)
                    .append("</link><guid>https://news.example/?p=")
                    .append(i)
                    .append("</guid><pubDate>")
                    .append(rfc822(i))
                    .append("</pubDate><description>")
                    .append(words(i, WORDS_A_PARAGRAPH))
                    .append("</description><content:encoded><![CDATA[")
                    .append(html(i))
                    .append("]]></content:encoded></item>");
        }
        return out.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Atom 1.0 with the full text as escaped HTML. */
    static byte[] atom(int entries) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>News</title>"
                + "<id>tag:news.example,2026:feed</id><updated>2026-11-01T12:00:00Z</updated>"
                + "<link href=\"https://news.example/\"/>");
        for (int i = 0; i < entries; i++) {
            Instant date = NEWEST.minusSeconds(i * 3_600L);
            out.append("\n<entry><title>")
                    .append(words(i, 9))
                    .append("</title><id>tag:news.example,2026:")
                    .append(i)
                    .append("</id><link href=\"https://news.example/")
                    .append(i)
                    .append("\"/><published>")
                    .append(date)
                    .append("</published><updated>")
                    .append(date)
                    .append("</updated><author><name>Desk</name></author><content type=\"html\">")
                    .append(html(i).replace("<", "&lt;"))
                    .append("</content></entry>");
        }
        return out.append("</feed>").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** RSS 2.0 with 50 entries whose ids no other feed has. */
    static byte[] ofFeed(int feed, int entries) {
        StringBuilder out = new StringBuilder("<rss version=\"2.0\"><channel><title>Feed ")
                .append(feed)
                .append("</title><link>https://news.example/</link><description>d</description>");
        for (int i = 0; i < entries; i++) {
            out.append("<item><title>")
                    .append(words(feed + i, 8))
                    .append("</title><guid isPermaLink=\"false\">")
                    .append(feed)
                    .append('-')
                    .append(i)
                    .append("</guid><link>https://news.example/")
                    .append(feed)
                    .append('/')
                    .append(i)
                    .append("</link><pubDate>")
                    .append(rfc822(i))
                    .append("</pubDate></item>");
        }
        return out.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String html(int seed) {
        return IntStream.range(0, PARAGRAPHS)
                .mapToObj(p -> "<p>" + words(seed * PARAGRAPHS + p, WORDS_A_PARAGRAPH)
                        + " <a href=\"/more?utm_medium=feed\">more</a>.</p>")
                .collect(Collectors.joining("\n", "<div class=\"body\">", "<img src=\"/photo.jpg\" alt=\"\"></div>"));
    }

    private static String words(int seed, int count) {
        Random random = new Random(seed);
        return random.ints(count, 0, WORDS.length).mapToObj(i -> WORDS[i]).collect(Collectors.joining(" "));
    }

    private static String rfc822(int hoursAgo) {
        return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss", Locale.ENGLISH)
                        .withZone(ZoneOffset.UTC)
                        .format(NEWEST.minusSeconds(hoursAgo * 3_600L))
                + " GMT";
    }
}
