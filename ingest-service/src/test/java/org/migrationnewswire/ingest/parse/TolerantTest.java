// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationnewswire.contracts.Item;

/** Documents that a strict reader refuses, or reads wrongly, and a reader of news must not. */
class TolerantTest {
    private static final String BASE = "https://x.example/feed";

    private final FeedParser parser = new FeedParser();

    @ParameterizedTest
    @ValueSource(
            strings = {
                // never closed
                "<rss version='2.0'><channel><title>C</title><item><title>One</title><link>https://x.example/1</link>",
                // end tags that belong to nothing
                "<rss version='2.0'><channel><title>C</title></b><item><title>One</title></width>"
                        + "<link>https://x.example/1</link></item></channel></rss>",
                // bare ampersands and a half-written end
                "<rss><channel><title>C</title><item><title>One</title><link>https://x.example/1</link></item></channel></rss",
                // an undeclared entity, an undeclared prefix
                "<rss version='2.0'><channel><title>C&nbsp;</title><item><title>One</title><foo:bar>&baz;</foo:bar>"
                        + "<link>https://x.example/1</link></item></channel></rss>",
                // no channel
                "<rss version='2.0'><item><title>One</title><link>https://x.example/1</link></item></rss>",
                // a namespace with blanks around it
                "<feed xmlns=' http://www.w3.org/2005/Atom '><title>C</title><entry><title>One</title>"
                        + "<link href='https://x.example/1'/></entry></feed>",
                // something before the document
                "\n\nWarning: deprecated in line 7\n<?xml version='1.0'?><rss version='2.0'><channel><title>C</title>"
                        + "<item><title>One</title><link>https://x.example/1</link></item></channel></rss>",
                // character references to nowhere
                "<rss version='2.0'><channel><title>C &#1114112; &#x110000; &#55296;</title><item><title>One</title>"
                        + "<link>https://x.example/1</link></item></channel></rss>",
                // a link as text in Atom
                "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>C</title><entry><title>One</title>"
                        + "<link rel='alternate'>https://x.example/1</link></entry></feed>",
                // RSS 0.90
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                        + " xmlns='http://channel.netscape.com/rdf/simple/0.9/'><channel><title>C</title></channel>"
                        + "<item><title>One</title><link>https://x.example/1</link></item></rdf:RDF>",
            })
    void theEntryIsRead(String document) {
        ParsedEntry entry = first(document.getBytes(StandardCharsets.UTF_8));

        assertThat(entry.title()).isEqualTo("One");
        assertThat(entry.link()).isEqualTo("https://x.example/1");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-32BE, UTF-32BE",
        "UTF-32LE, UTF-32LE",
        "UTF-16BE, UTF-16",
        "UTF-16LE, UTF-16",
        "IBM037, ebcdic-cp-us",
        "IBM500, cp500",
        "windows-1250, cp1250",
        "KOI8-R, koi8-r",
        "GB18030, gb2312",
        "Big5, big5",
        "EUC-JP, euc-jp",
        "windows-1252, iso-8859-1",
        "IBM437, cspc8codepage437",
        "x-MacRoman, macintosh"
    })
    void theDeclaredCharsetIsReadByAnyOfItsNames(String charset, String name) {
        String title = charset.startsWith("IBM") ? "Cafe" : charset.equals("KOI8-R") ? "Граница" : "Border";
        String document = "<?xml version=\"1.0\" encoding=\"" + name + "\"?><rss version=\"2.0\"><channel><title>C"
                + "</title><item><title>" + title + "</title></item></channel></rss>";

        assertThat(first(document.getBytes(Charset.forName(charset))).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource({"nonsense, UTF-8", "utf-8, windows-1252", "us-ascii, UTF-8", "utf-16, UTF-8"})
    void aCharsetThatIsNotTrueCostsNothing(String declared, String actual) {
        String document = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?><rss version=\"2.0\"><channel><title>C"
                + "</title><item><title>Grenzübergänge in Österreich</title></item></channel></rss>";

        assertThat(first(document.getBytes(Charset.forName(actual))).title()).isEqualTo("Grenzübergänge in Österreich");
    }

    @Test
    void theCharsetOfHttpGoesBeforeTheDeclaration() {
        byte[] body = ("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><rss version=\"2.0\"><channel><title>C</title>"
                        + "<item><title>Границы</title></item></channel></rss>")
                .getBytes(StandardCharsets.UTF_8);

        ParseResult result = parser.parse(body, "application/rss+xml; charset=\"UTF-8\"", BASE);

        assertThat(((ParseResult.Parsed) result).feed().entries().getFirst().title())
                .isEqualTo("Границы");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "me@x.example (Ada Field)|Ada Field|me@x.example",
                "Ada Field &lt;me@x.example&gt;|Ada Field|me@x.example",
                "me@x.example|me@x.example|me@x.example",
                "Ada Field|Ada Field|",
            })
    void anAuthorIsANameWithOrWithoutAnAddress(String author, String name, String email) {
        ParsedEntry entry = first(item("<author>" + author + "</author>"));

        assertThat(entry.authors()).containsExactly(new Item.Author(name, email, null));
    }

    @Test
    void whatExtensionsSayFillsInWhatTheFormatLeavesOut() {
        ParsedEntry entry = first(item("<atom:link xmlns:atom='http://www.w3.org/2005/Atom' href='/one'/>"
                + "<itunes:author xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'>Ada</itunes:author>"
                + "<dcterms:issued xmlns:dcterms='http://purl.org/dc/terms/'>2026-11-02T08:00:00Z</dcterms:issued>"
                + "<dcterms:modified xmlns:dcterms='http://purl.org/dc/terms/'>2026-11-03T08:00:00Z</dcterms:modified>"
                + "<media:content xmlns:media='http://search.yahoo.com/mrss/' url='/p.jpg' type='image/jpeg'/>"));

        assertThat(entry.link()).isEqualTo("https://x.example/one");
        assertThat(entry.authors()).extracting(Item.Author::name).containsExactly("Ada");
        assertThat(entry.publishedAt()).isEqualTo(Instant.parse("2026-11-02T08:00:00Z"));
        assertThat(entry.updatedAt()).isEqualTo(Instant.parse("2026-11-03T08:00:00Z"));
        assertThat(entry.enclosures())
                .containsExactly(new Item.Enclosure("https://x.example/p.jpg", "image/jpeg", null));
    }

    @Test
    void theEntryInTheMiddleOfWhichADocumentEndsIsLeftForTheNextPoll() {
        String cut = "<rss version='2.0'><channel><title>C</title><item><title>One</title></item><item><title>Tw";

        assertThat(feed(cut.getBytes(StandardCharsets.UTF_8)).entries())
                .extracting(ParsedEntry::title)
                .containsExactly("One");
    }

    @Test
    void thePictureOfAnArticleIsNotItsLink() {
        ParsedEntry entry = first(
                item(
                        "<enclosure url='https://x.example/p.jpg' type='image/jpeg' length='9'/><guid isPermaLink='false'>7</guid>"));

        assertThat(entry.link()).isNull();
        assertThat(entry.guid()).isEqualTo("7");
    }

    @Test
    void plainTextOfAtomIsNotTakenForMarkup() {
        ParsedEntry entry = first(("<feed xmlns='http://www.w3.org/2005/Atom'><title>C</title><entry>"
                        + "<title type='text'>a &lt; b &amp; c</title><id>1</id><summary>1 &lt; 2</summary></entry></feed>")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(entry.title()).isEqualTo("a < b & c");
        assertThat(entry.summary()).isEqualTo("1 < 2");
    }

    @Test
    void relativeLinksHangOnXmlBase() {
        ParsedEntry entry = first(("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://y.example/a/'><title>C"
                        + "</title><entry xml:base='b/'><title>T</title><id>1</id><link href='c'/>"
                        + "<content type='html'>&lt;a href=\"d\"&gt;x&lt;/a&gt;</content></entry></feed>")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(entry.link()).isEqualTo("https://y.example/a/b/c");
        assertThat(entry.contentHtml()).contains("https://y.example/a/b/d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://www.google.com/url?rct=j&sa=t&url=https://x.example/a%3Fb%3Dc&ct=ga|https://x.example/a?b=c",
                "https://news.google.com/rss/articles/CBMiFWh0dHBzOi8veC5leGFtcGxlL25ld3PSAQA?oc=5|https://x.example/news",
                "https://www.bing.com/news/apiclick.aspx?ref=x&url=https%3a%2f%2fx.example%2fn&c=1|https://x.example/n",
                "https://x.example/url?url=https://y.example/|https://x.example/url?url=https://y.example/",
            })
    void aLinkThroughARedirectorIsUnwrapped(String link, String target) {
        assertThat(Redirectors.unwrapped(link)).isEqualTo(target);
    }

    @Test
    void trackersLeaveTheContent() {
        String html = Html.of(
                        "<p>x<img src='https://feeds.feedburner.com/~r/x/1'><img src='https://p.example/a.gif' width=1 height=1>"
                                + "<a href='https://x.example/?utm_source=feed&amp;id=7'>y</a></p>",
                        BASE)
                .html();

        assertThat(html).doesNotContain("feedburner", "a.gif", "utm_source").contains("https://x.example/?id=7");
    }

    @Test
    void languageAndDirectionOfAPassageAreKept() {
        String html = Html.of("<p lang='ar' dir='rtl'>لاجئون</p><p>in <i lang='fr'>accueil</i></p>", BASE)
                .html();

        assertThat(html).contains("<p lang=\"ar\" dir=\"rtl\">لاجئون</p>", "<i lang=\"fr\">accueil</i>");
    }

    @Test
    void paragraphsStayParagraphsInTheText() {
        Html html = Html.of("<div><h2>Head</h2>\n\n <p>One  two<br>three</p><p>&nbsp;four</p></div>", BASE);

        assertThat(html.text()).isEqualTo("Head\n\nOne two\nthree\n\nfour");
    }

    @Test
    void bareTextIsWhatItsHtmlWouldBe() {
        String bare = " 3 > 2,\n\u00a0\"so\" they\tsay ";

        assertThat(Html.of(bare, BASE).html())
                .isEqualTo(Html.of(bare + "<b></b>", BASE)
                        .html()
                        .replace("<b></b>", "")
                        .strip());
        assertThat(Html.of(bare, BASE).text()).isEqualTo("3 > 2, \"so\" they say");
    }

    @Test
    void hintsAndHubsAreReadAndAWrongOneCostsOnlyItself() {
        String document = "<rss version='2.0'><channel><title>C</title><ttl>90</ttl><skipHours><hour>0</hour>"
                + "<hour>24</hour><hour>x</hour><hour>7</hour></skipHours><skipDays><day>Sunday</day><day>Noday</day>"
                + "</skipDays><atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='hub' href='https://hub.example/'/>"
                + "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='self' href='https://x.example/feed'/>"
                + "<item><title>One</title></item></channel></rss>";

        ParsedFeed.About about = feed(document.getBytes(StandardCharsets.UTF_8)).about();

        assertThat(about.hints().atLeast()).isEqualTo(Duration.ofMinutes(90));
        assertThat(about.hints().skipHours()).containsExactly(0, 7);
        assertThat(about.hints().skipDays()).containsExactly("sunday");
        assertThat(about.hub()).isEqualTo("https://hub.example/");
        assertThat(about.self()).isEqualTo("https://x.example/feed");
    }

    @Test
    void theUpdatePeriodOfRssOneIsAHint() {
        String document = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                + " xmlns='http://purl.org/rss/1.0/' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'>"
                + "<channel rdf:about='https://x.example/'><title>C</title><sy:updatePeriod>daily</sy:updatePeriod>"
                + "<sy:updateFrequency>2</sy:updateFrequency></channel><item rdf:about='https://x.example/1'>"
                + "<title>One</title></item></rdf:RDF>";

        ParsedFeed feed = feed(document.getBytes(StandardCharsets.UTF_8));

        assertThat(feed.about().hints().atLeast()).isEqualTo(Duration.ofHours(12));
        assertThat(feed.entries().getFirst().guid()).isEqualTo("https://x.example/1");
    }

    @Test
    void aPageIsAskedForItsFeedsAndCommentsComeLast() {
        String page = "<!DOCTYPE html><html><head>"
                + "<link rel=alternate type='application/rss+xml' title='Comments' href='/comments/feed'>"
                + "<link rel='alternate' type='application/atom+xml' title='News' href='/news.atom'></head></html>";
        byte[] body = page.getBytes(StandardCharsets.UTF_8);

        assertThat(FeedLinks.isWebPage(parser.parse(body, "text/html", BASE))).isTrue();
        assertThat(FeedLinks.of(body, "text/html", "https://x.example/"))
                .extracting(FeedLinks.Link::url)
                .containsExactly("https://x.example/news.atom", "https://x.example/comments/feed");
    }

    /** Random bytes, and documents with random bytes in them: a result each time, whatever it is. */
    @Test
    void anyBytesGiveEntriesOrAReason() {
        Random random = new Random(20261124);
        byte[] whole = new String(item("<author>A</author>"), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = i % 2 == 0 ? new byte[1 + random.nextInt(400)] : whole.clone();
            for (int n = i % 2 == 0 ? bytes.length : 1 + random.nextInt(12); n > 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(parser.parse(bytes, null, BASE))
                    .as("seed 20261124, round %d", i)
                    .isNotNull();
        }
    }

    private static byte[] item(String content) {
        return ("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>C</title><link>https://x.example/</link>"
                        + "<description>d</description><item><title>One</title>" + content + "</item></channel></rss>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private ParsedEntry first(byte[] document) {
        List<ParsedEntry> entries = feed(document).entries();
        assertThat(entries).isNotEmpty();
        return entries.getFirst();
    }

    private ParsedFeed feed(byte[] document) {
        ParseResult result = parser.parse(document, null, BASE);
        assertThat(result).isInstanceOf(ParseResult.Parsed.class);
        return ((ParseResult.Parsed) result).feed();
    }
}
