// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.ParsingFeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** RSS and Atom, read by ROME. */
final class XmlFeedReader {
    private static final String DEFAULT_CHARSET = "UTF-8";
    private static final int HEAD = 4_096;
    private static final Pattern ATOM_LANGUAGE =
            Pattern.compile("<(?:\\w+:)?feed\\b[^>]*\\bxml:lang\\s*=\\s*[\"']([\\w-]+)");
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?([^\\s;\"']+)", Pattern.CASE_INSENSITIVE);

    ParseResult read(byte[] body, @Nullable String contentType, String base) {
        String text;
        try {
            text = text(body, contentType);
        } catch (IOException e) {
            return new ParseResult.Rejected("unsupported-charset", "its charset can't be read: " + firstLine(e));
        }
        String dated = XmlRepair.dates(text);
        ParseResult result = read(dated, base);
        return result instanceof ParseResult.Parsed ? result : read(XmlRepair.mended(dated), base, result);
    }

    /** The mended document; what was wrong with it as it came, when mending was no use. */
    private static ParseResult read(String mended, String base, ParseResult asItCame) {
        ParseResult result = read(mended, base);
        return result instanceof ParseResult.Parsed ? result : asItCame;
    }

    private static ParseResult read(String text, String base) {
        try {
            return new ParseResult.Parsed(
                    SyndMapper.feed(input().build(new StringReader(text)), base, atomLanguage(text)));
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

    /** The document as text that XML allows: byte order mark, HTTP charset, XML declaration, in that order. */
    private static String text(byte[] body, @Nullable String contentType) throws IOException {
        StringBuilder out = new StringBuilder(body.length);
        try (Reader reader = reader(body, contentType)) {
            char[] buffer = new char[8192];
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    if (isAllowed(buffer[i])) {
                        out.append(buffer[i]);
                    }
                }
            }
        }
        return out.toString();
    }

    /** RFC 7303, section 3: a byte order mark goes before the HTTP charset, and that before the XML declaration. */
    private static Reader reader(byte[] body, @Nullable String contentType) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(body);
        Charset http = hasByteOrderMark(body) ? null : charset(contentType);
        return http == null ? new XmlReader(in, true, DEFAULT_CHARSET) : new InputStreamReader(in, http);
    }

    private static boolean hasByteOrderMark(byte[] body) {
        int first = body.length < 2 ? 0 : (body[0] & 0xff) << 8 | (body[1] & 0xff);
        return first == 0xfeff || first == 0xfffe || first == 0xefbb;
    }

    private static @Nullable Charset charset(@Nullable String contentType) {
        Matcher matcher = CHARSET.matcher(contentType == null ? "" : contentType);
        try {
            return matcher.find() ? Charset.forName(matcher.group(1)) : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    /** XML 1.0, section 2.2, by UTF-16 code unit. */
    private static boolean isAllowed(char c) {
        return c >= 0x20 ? c != 0xfffe && c != 0xffff : c == '\t' || c == '\n' || c == '\r';
    }

    private static String firstLine(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String message = String.valueOf(cause.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
