// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeVisitor;
import org.jsoup.select.QueryParser;

/**
 * A piece of a publisher's HTML, made safe once and for all: an allow-list of elements, links absolute and of
 * {@code http}, {@code https} or {@code mailto}, no pictures of one pixel.
 */
final class Html {
    private static final Safelist ALLOWED = Safelist.relaxed()
            .addTags("figure", "figcaption", "section", "article", "hr", "bdi", "bdo", "mark", "time")
            .addAttributes(":all", "lang", "dir")
            .removeTags("style");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "figure",
            "figcaption",
            "blockquote",
            "pre",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "tr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr");
    private static final Pattern MARKUP = Pattern.compile(
            "</(?:a|abbr|b|blockquote|br|cite|code|div|em|h[1-6]|i|li|p|pre|span|strong|sub|sup|u|ul)>|<(?:br|hr|img)\\b"
                    + "|&(?:#\\d{1,7}|#x[0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos|nbsp|[A-Za-z]{1,6}uml|[A-Za-z]acute"
                    + "|[lr][sd]quo|[mn]dash|hellip);");
    private static final Evaluator TRACKERS =
            QueryParser.parse("img[width=1], img[height=1], img[width=0], img[height=0],"
                    + " img[src*=//feeds.feedburner.com/~], img[src*=//pixel.], img[src*=//stats.wordpress.com],"
                    + " img[src*=//pubads.], img[src*=doubleclick.net], img[src*=feedsportal.com],"
                    + " img[src*=google-analytics.com], img[src*=facebook.com/tr]");
    private static final Evaluator UNREAD = QueryParser.parse("script, style, noscript");

    private final String html;
    private final String text;

    private Html(String html, String text) {
        this.html = html;
        this.text = text;
    }

    static Html of(String html, String base) {
        if (isBare(html)) {
            return new Html(
                    html.replace(">", "&gt;").replace("\u00a0", "&nbsp;").strip(), PlainText.line(html));
        }
        Document dirty = Jsoup.parseBodyFragment(html, base);
        dirty.getElementsByTag("img").stream().filter(img -> img.is(TRACKERS)).forEach(Node::remove);
        dirty.select(UNREAD).remove();
        Document clean = new Cleaner(ALLOWED).clean(dirty);
        for (Element link : clean.getElementsByTag("a")) {
            if (link.hasAttr("href")) {
                link.attr("href", Links.withoutTrackers(link.attr("href")));
            }
        }
        clean.outputSettings().prettyPrint(false);
        return new Html(clean.body().html().strip(), text(clean.body(), html.length()));
    }

    /** The safe HTML. */
    String html() {
        return html;
    }

    /** Its text: blocks divided by a blank line, {@code br} a line break, other white space one blank. */
    String text() {
        return text;
    }

    private static boolean isBare(String html) {
        return html.indexOf('<') < 0 && html.indexOf('&') < 0 && html.indexOf('\0') < 0;
    }

    private static String text(Element body, int length) {
        PlainText out = new PlainText(length);
        body.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode text) {
                    out.append(text.getWholeText());
                } else if (node instanceof Element element) {
                    breakAt(element);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && !element.nameIs("br")) {
                    breakAt(element);
                }
            }

            private void breakAt(Element element) {
                if (element.nameIs("br")) {
                    out.breakLines(1);
                } else if (BLOCKS.contains(element.normalName())) {
                    out.breakLines(2);
                }
            }
        });
        return out.toString();
    }

    /** Whether a text that should be plain is HTML by the look of it: a closing tag, or a reference to a character. */
    static boolean looksLikeMarkup(String text) {
        return MARKUP.matcher(text).find();
    }

    /** Plain text as the HTML that shows it. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A title or a name as plain text: no markup, no entities, white space one blank. */
    static String plain(String text) {
        String bare = text.indexOf('<') >= 0 || text.indexOf('&') >= 0
                ? Jsoup.parseBodyFragment(text).text()
                : text;
        return PlainText.line(bare);
    }
}
