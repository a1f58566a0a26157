// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.query;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * The language of {@code q}: Lucene's classic syntax over {@code title}, {@code summary}, {@code text}, {@code region},
 * {@code theme}, {@code feed}, {@code language}, {@code kind} and {@code published:[from TO to]}. A word without a
 * field is looked for in title, summary and text; words are "and" unless OR stands between them. No leading wildcards,
 * two letters at least before one, no regular expressions.
 */
final class TextQuery extends MultiFieldQueryParser {
    private static final String PUBLISHED = "published";
    private static final Set<String> EXACT = Set.of("region", "theme", "feed", "language", "kind");
    private static final Set<String> KNOWN =
            Set.of(Fields.TITLE, Fields.SUMMARY, Fields.TEXT, "region", "theme", "feed", "language", "kind", PUBLISHED);
    private static final Map<String, Float> BOOSTS = Map.of(Fields.TITLE, 3f, Fields.SUMMARY, 1.5f, Fields.TEXT, 1f);
    private static final Pattern COLUMN = Pattern.compile("line 1, column (\\d+)");
    private static final int LEAST_PREFIX = 2;
    private static final Analyzer ANALYZER = analyzer();

    private TextQuery() {
        super(new String[] {Fields.TITLE, Fields.SUMMARY, Fields.TEXT}, ANALYZER, BOOSTS);
        setDefaultOperator(QueryParser.Operator.AND);
        setAllowLeadingWildcard(false);
    }

    static Query of(String q) {
        try {
            return new TextQuery().parse(q);
        } catch (ParseException e) {
            throw new FilterException("q", column(e), "The query can't be read: " + reason(e));
        } catch (IndexSearcher.TooManyClauses e) {
            throw new FilterException("q", null, "The query has too many clauses.");
        }
    }

    @Override
    protected Query getFieldQuery(@Nullable String field, String text, boolean quoted) throws ParseException {
        check(field);
        return super.getFieldQuery(field, text, quoted);
    }

    @Override
    protected Query getFieldQuery(@Nullable String field, String text, int slop) throws ParseException {
        check(field);
        return super.getFieldQuery(field, text, slop);
    }

    @Override
    protected Query getPrefixQuery(@Nullable String field, String prefix) throws ParseException {
        check(field);
        if (prefix.length() < LEAST_PREFIX) {
            throw new ParseException("a wildcard needs two letters before it");
        }
        return super.getPrefixQuery(field, prefix);
    }

    @Override
    protected Query getWildcardQuery(@Nullable String field, String pattern) throws ParseException {
        check(field);
        int wildcard = pattern.length() - pattern.replaceFirst("[^*?]*", "").length();
        if (wildcard < LEAST_PREFIX) {
            throw new ParseException("a wildcard needs two letters before it");
        }
        return super.getWildcardQuery(field, pattern);
    }

    @Override
    protected Query getRegexpQuery(@Nullable String field, String pattern) throws ParseException {
        throw new ParseException("regular expressions are not part of this language; write \\/ for a slash");
    }

    @Override
    protected Query getRangeQuery(
            @Nullable String field,
            @Nullable String from,
            @Nullable String to,
            boolean fromInclusive,
            boolean toInclusive)
            throws ParseException {
        if (!PUBLISHED.equals(field)) {
            throw new ParseException("ranges are for 'published' alone");
        }
        Instant least = time(from);
        Instant most = time(to);
        return LongPoint.newRangeQuery(
                Fields.SORT_DATE,
                least == null ? Long.MIN_VALUE : least.toEpochMilli() + (fromInclusive ? 0 : 1),
                most == null ? Long.MAX_VALUE : most.toEpochMilli() - (toInclusive ? 0 : 1));
    }

    private static @Nullable Instant time(@Nullable String text) {
        return text == null || text.equals("*") ? null : Times.parse("q", text, ZoneOffset.UTC, Clock.systemUTC());
    }

    private static void check(@Nullable String field) throws ParseException {
        if (field != null && !KNOWN.contains(field)) {
            throw new ParseException("there is no field '" + FilterParser.clip(field) + "'; write \\: for a colon");
        }
    }

    private static @Nullable Integer column(ParseException e) {
        Matcher column = COLUMN.matcher(String.valueOf(e.getMessage()));
        return column.find() ? Integer.valueOf(column.group(1)) : null;
    }

    /** Lucene's message repeats the query and lists its grammar; the part in between is for people. */
    private static String reason(ParseException e) {
        Throwable cause = e.getCause() instanceof ParseException inner && inner.currentToken == null ? inner : e;
        String message = String.valueOf(cause.getMessage());
        if (message.contains("Encountered")) {
            String encountered = message.substring(message.indexOf("Encountered"));
            return encountered.replaceAll("(?s)\\s*Was expecting.*", "").strip();
        }
        return message.replaceFirst("^Cannot parse '.*?': ", "") + ".";
    }

    private static Analyzer analyzer() {
        Map<String, Analyzer> exact = new HashMap<>();
        EXACT.forEach(field -> exact.put(field, new KeywordAnalyzer()));
        return new PerFieldAnalyzerWrapper(new TextAnalyzer(), exact);
    }
}
