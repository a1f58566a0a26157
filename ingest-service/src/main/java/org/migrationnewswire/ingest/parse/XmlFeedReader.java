// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.ParsingFeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** RSS and Atom: read by ROME, mended where ROME refuses it, read by names where mending is no use. */
final class XmlFeedReader {
    /** The category of documents that are web pages, and may link to a feed. */
    static final String WEB_PAGE_CATEGORY = "web-page";

    /** What begins the message when a document expands entities without measure. */
    private static final String LIMIT_OF_THE_PLATFORM = "JAXP0001";

    private static final int HEAD = 4_096;
    private static final int READ_LENIENTLY_AT_MOST = 4 * 1024 * 1024;
    private static final Pattern WEB_PAGE = Pattern.compile(
            "^(?:\\s|<!--.{0,1000}?-->|<\\?xml[^>]{0,200}>|<!DOCTYPE\\s+html[^>]{0,300}>){0,9}<html\\b"
                    + "|^\\s{0,9}<!DOCTYPE\\s+html",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** Some write an Atom link as RSS has it, which ROME loses. */
    private static final Pattern LINK_AS_TEXT = Pattern.compile(
            "<link\\b(?=[^>]{0,200}\\brel\\s{0,9}=)(?![^>]{0,200}\\bhref\\s{0,9}=)[^>/]{0,200}>\\s{0,9}http");

    private static final Pattern ATOM_LANGUAGE =
            Pattern.compile("<(?:\\w+:)?feed\\b[^>]*\\bxml:lang\\s*=\\s*[\"']([\\w-]+)");

    ParseResult read(byte[] body, @Nullable String contentType, String base) {
        String text = DocumentText.of(body, contentType);
        int start = text.indexOf('<');
        if (start < 0) {
            return new ParseResult.Rejected("not-a-feed", "it is neither XML nor JSON");
        }
        if (WEB_PAGE.matcher(text.substring(start, Math.min(text.length(), start + HEAD)))
                .find()) {
            return new ParseResult.Rejected(WEB_PAGE_CATEGORY, "it is a web page");
        }
        String dated = XmlRepair.dates(text.substring(start));
        ParsedFeed.About about = Preamble.of(dated, base);
        ParseResult result = rome(dated, base, about);
        if (result instanceof ParseResult.Parsed) {
            return LINK_AS_TEXT.matcher(dated).find() ? leniently(dated, base, result) : result;
        }
        String mended = XmlRepair.mended(dated);
        if (!mended.equals(dated) && rome(mended, base, about) instanceof ParseResult.Parsed parsed) {
            return parsed;
        }
        return leniently(dated, base, result);
    }

    /** What is found by names; what was wrong with the document as it came, when nothing is. */
    private static ParseResult leniently(String text, String base, ParseResult asItCame) {
        boolean bomb = asItCame instanceof ParseResult.Rejected rejected
                && rejected.detail().contains(LIMIT_OF_THE_PLATFORM);
        if (bomb || text.length() > READ_LENIENTLY_AT_MOST) {
            return asItCame;
        }
        ParsedFeed feed = LenientFeedReader.read(text, base);
        return feed == null || (feed.entries().isEmpty() && (feed.title() == null || LenientFeedReader.isCut(text)))
                ? asItCame
                : new ParseResult.Parsed(feed);
    }

    private static ParseResult rome(String text, String base, ParsedFeed.About about) {
        try {
            return new ParseResult.Parsed(
                    SyndMapper.feed(input().build(new StringReader(text)), base, atomLanguage(text), about));
        } catch (ParsingFeedException e) {
            return new ParseResult.Rejected(
                    "malformed-xml",
                    "line " + e.getLineNumber() + ", column " + e.getColumnNumber() + ": " + firstLine(e));
        } catch (FeedException | IllegalArgumentException e) {
            return new ParseResult.Rejected("not-a-feed", "it is no RSS, Atom or JSON Feed: " + firstLine(e));
        } catch (RuntimeException e) {
            // ROME answers some oddities, such as a missing channel, with whatever broke first.
            return new ParseResult.Rejected(
                    "not-a-feed", "it can't be read as a feed: " + e.getClass().getSimpleName());
        }
    }

    /** {@code xml:lang} of an Atom feed (RFC 4287, section 2), which ROME does not tell. */
    private static @Nullable String atomLanguage(String text) {
        Matcher matcher = ATOM_LANGUAGE.matcher(text.substring(0, Math.min(text.length(), HEAD)));
        return matcher.find() ? matcher.group(1) : null;
    }

    private static SyndFeedInput input() {
        SyndFeedInput input = new SyndFeedInput(false, Locale.ROOT);
        input.setPreserveWireFeed(true);
        input.setAllowDoctypes(true); // external entities stay off
        return input;
    }

    private static String firstLine(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String message = String.valueOf(cause.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
