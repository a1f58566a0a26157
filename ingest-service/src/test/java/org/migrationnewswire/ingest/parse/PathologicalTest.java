// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile and broken documents: a reason each, never an exception, never a fetch. */
class PathologicalTest {
    private static final String HEAD = "<rss version=\"2.0\"><channel><title>T</title><link>https://x.example/</link>"
            + "<description>d</description>";
    private static final String TAIL = "</channel></rss>";

    private final FeedParser parser = new FeedParser();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n",
                "just text",
                "<html><body>A page</body></html>",
                "<rss",
                "{\"a\":1}",
                "{",
                "<a/>",
                "<rss version=\"2.0\"></rss>"
            })
    void whatIsNoFeedIsRejectedWithAReason(String document) {
        ParseResult result = parse(document);

        assertThat(result).isInstanceOfSatisfying(ParseResult.Rejected.class, rejected -> {
            assertThat(rejected.category()).isIn("not-a-feed", "web-page", "malformed-xml", "malformed-json");
            assertThat(rejected.detail()).isNotBlank().doesNotContain("Exception:", "\n");
        });
    }

    @Test
    void anEntityBombEndsInAReason() {
        StringBuilder dtd = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 12; i++) {
            dtd.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }

        ParseResult result = parse(dtd + "]>" + HEAD + "<item><title>&a11;</title></item>" + TAIL);

        assertThat(result).isInstanceOf(ParseResult.Rejected.class);
    }

    @Test
    void noExternalEntityIsEverFetched() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/e";
            parse("<!DOCTYPE rss SYSTEM \"" + url + "\" [<!ENTITY e SYSTEM \"" + url + "\"><!ENTITY % p SYSTEM \"" + url
                    + "\"> %p;]>" + HEAD + "<item><title>&e;</title></item>" + TAIL);
        } finally {
            server.stop(0);
        }

        assertThat(requests).hasValue(0);
    }

    @Test
    void aFileIsNotReadThroughAnEntity() {
        ParseResult result = parse("<!DOCTYPE rss [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + HEAD
                + "<item><title>x&e;y</title><guid>1</guid></item>" + TAIL);

        if (result instanceof ParseResult.Parsed parsed) {
            assertThat(parsed.feed().entries().getFirst().title()).isIn("xy", "x y", "x");
        }
    }

    @Test
    void deepNestingEndsWithoutAStackOverflow() {
        String deep = "<b>".repeat(20_000) + "x" + "</b>".repeat(20_000);

        ParseResult result = parse(HEAD + "<item><title>t</title><guid>1</guid><description><![CDATA[" + deep
                + "]]></description></item>" + TAIL);

        assertThat(result).isInstanceOf(ParseResult.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss ",
                "<feed ",
                "<pubDate ",
                "<pubDate> ",
                " ",
                "<cloud ",
                "<skipHours>",
                "<![CDATA[",
                "&",
                "<a:b ",
                "<dc:date><![CDATA[",
                "<![CDATA[]]>",
                "xmlns:a=",
                "{\"items\":[",
                "<item>"
            })
    void noRepetitionMakesItHang(String piece) {
        String document = HEAD + piece.repeat(2_000_000 / piece.length());

        assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> assertThat(parse(document)).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1251", "UTF-16LE", "UTF-16BE"})
    void theDeclaredCharsetIsRead(String charset) {
        String title = charset.equals("windows-1251") ? "Граница" : "Grenzübergang";
        String mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
        byte[] body = (mark + "<?xml version=\"1.0\" encoding=\"" + charset.replaceAll("[BL]E$", "") + "\"?>" + HEAD
                        + "<item><title>" + title + "</title></item>" + TAIL)
                .getBytes(Charset.forName(charset));

        ParseResult result = parser.parse(body, null, "https://x.example/feed");

        assertThat(result).isInstanceOfSatisfying(ParseResult.Parsed.class, parsed -> assertThat(
                        parsed.feed().entries().getFirst().title())
                .isEqualTo(title));
    }

    @Test
    void theHttpCharsetGoesBeforeTheDeclaredOne() {
        byte[] body = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + HEAD + "<item><title>é</title></item>" + TAIL)
                .getBytes(StandardCharsets.ISO_8859_1);

        ParseResult result = parser.parse(body, "application/rss+xml; charset=ISO-8859-1", "https://x.example/feed");

        assertThat(result).isInstanceOfSatisfying(ParseResult.Parsed.class, parsed -> assertThat(
                        parsed.feed().entries().getFirst().title())
                .isEqualTo("é"));
    }

    @RepeatedTest(200)
    void anyBytesGiveAFeedOrAReason(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        byte[] body = (HEAD
                        + "<item><title>t</title><guid>g</guid><pubDate>Mon, 02 Nov 2026 09:30:00 GMT</pubDate></item>"
                        + TAIL)
                .getBytes(UTF_8);
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }

        assertThat(parser.parse(body, null, "https://x.example/feed")).isNotNull();
    }

    private ParseResult parse(String document) {
        return parser.parse(document.getBytes(UTF_8), null, "https://x.example/feed");
    }
}
