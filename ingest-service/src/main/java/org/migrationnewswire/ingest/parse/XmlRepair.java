// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is mended in a document before ROME reads it, so that one bad part does not cost the whole feed.
 *
 * <p>Dates are written anew in the one form that ROME reads, always. The rest is done only when ROME has refused the
 * document as it came: parts that nobody needs and that ROME is strict about are dropped, a bare ampersand is escaped,
 * an undeclared prefix is declared, a missing version of RSS is taken to be 2.0.
 */
final class XmlRepair {
    // Every repetition is bounded: a hostile document must not make a pattern look at its rest again and again.
    private static final Pattern DATE = Pattern.compile(
            "(<(?:pubDate|lastBuildDate|dc:date|published|updated|issued|modified|created)(?:\\s[^>]{0,200})?>)"
                    + "\\s{0,20}(?:<!\\[CDATA\\[)?([^<\\]]{1,100})(?:]]>)?\\s{0,20}(?=</)");
    private static final String DATE_INITIALS = "pldicmu";
    private static final Pattern UNNEEDED = Pattern.compile(
            "<(skipHours|skipDays|cloud|textInput)\\b(?:[^>]{0,500}/>|.{0,2000}?</\\1\\s{0,9}>)",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern AMPERSAND =
            Pattern.compile("&(?!#\\d{1,7};|#x[0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{0,31};)");
    private static final Pattern PREFIX =
            Pattern.compile("</?([A-Za-z_][\\w.-]{0,50}):|\\s([A-Za-z_][\\w.-]{0,50}):[\\w.-]{1,50}\\s{0,9}=");
    private static final Pattern DECLARED = Pattern.compile("xmlns:([A-Za-z_][\\w.-]{0,50})\\s{0,9}=");
    private static final Pattern ROOT =
            Pattern.compile("<(rss|rdf:RDF|(?:\\w{1,50}:)?feed)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern VERSIONLESS = Pattern.compile("<rss\\b(?![^>]{0,2000}\\bversion\\s{0,9}=)");
    private static final int MENDED_AT_MOST = 2 * 1024 * 1024;
    private static final String CDATA_START = "<![CDATA[";
    private static final String CDATA_END = "]]>";
    private static final Map<String, String> WELL_KNOWN = Map.of(
            "content", "http://purl.org/rss/1.0/modules/content/",
            "dc", "http://purl.org/dc/elements/1.1/",
            "atom", "http://www.w3.org/2005/Atom",
            "media", "http://search.yahoo.com/mrss/",
            "itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd",
            "slash", "http://purl.org/rss/1.0/modules/slash/",
            "sy", "http://purl.org/rss/1.0/modules/syndication/",
            "georss", "http://www.georss.org/georss");

    private XmlRepair() {}

    /** The document with every date that can be read in a form that ROME reads. */
    static String dates(String document) {
        Matcher date = DATE.matcher(document);
        StringBuilder out = new StringBuilder(document.length());
        int copied = 0;
        for (int at = document.indexOf('<'); at >= 0; at = document.indexOf('<', at + 1)) {
            if (beginsLikeADate(document, at + 1)
                    && date.region(at, document.length()).lookingAt()) {
                out.append(document, copied, at).append(date(date));
                copied = date.end();
            }
        }
        return out.append(document, copied, document.length()).toString();
    }

    /** Most elements are none, and this tells so much sooner than the pattern does. */
    private static boolean beginsLikeADate(String document, int at) {
        return at < document.length() && DATE_INITIALS.indexOf(document.charAt(at)) >= 0;
    }

    private static String date(MatchResult found) {
        Instant date = Dates.parse(found.group(2));
        if (date == null) {
            return found.group();
        }
        boolean rss = found.group(1).startsWith("<pubDate") || found.group(1).startsWith("<lastBuildDate");
        String text = rss
                ? DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC))
                : DateTimeFormatter.ISO_INSTANT.format(date);
        return found.group(1) + text;
    }

    /** The document mended, for when it was refused as it came; one of more than 2 million characters is left alone. */
    static String mended(String document) {
        if (document.length() > MENDED_AT_MOST) {
            return document;
        }
        String text = UNNEEDED.matcher(document).replaceAll("");
        text = outsideCdata(text, part -> AMPERSAND.matcher(part).replaceAll("&amp;"), true);
        text = VERSIONLESS.matcher(text).replaceFirst("<rss version=\"2.0\"");
        return declared(text);
    }

    /** The text with its parts outside of CDATA sections changed, and those sections kept or left out. */
    private static String outsideCdata(String text, UnaryOperator<String> change, boolean keep) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        for (int start = text.indexOf(CDATA_START); start >= 0; start = text.indexOf(CDATA_START, at)) {
            int end = text.indexOf(CDATA_END, start);
            int after = end < 0 ? text.length() : end + CDATA_END.length();
            out.append(change.apply(text.substring(at, start)));
            out.append(keep ? text.substring(start, after) : "");
            at = after;
        }
        return out.append(change.apply(text.substring(at))).toString();
    }

    private static String declared(String text) {
        Set<String> missing = new LinkedHashSet<>();
        Matcher used = PREFIX.matcher(outsideCdata(text, UnaryOperator.identity(), false));
        while (used.find()) {
            missing.add(used.group(1) == null ? used.group(2) : used.group(1));
        }
        missing.remove("xml");
        missing.remove("xmlns");
        Matcher known = DECLARED.matcher(text);
        while (known.find()) {
            missing.remove(known.group(1));
        }
        StringBuilder declarations = new StringBuilder();
        missing.forEach(prefix -> declarations
                .append(" xmlns:")
                .append(prefix)
                .append("=\"")
                .append(WELL_KNOWN.getOrDefault(prefix, "urn:undeclared:" + prefix))
                .append('"'));
        return ROOT.matcher(text).replaceFirst(root -> Matcher.quoteReplacement("<" + root.group(1) + declarations));
    }
}
