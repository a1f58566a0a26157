// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.query;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.jspecify.annotations.Nullable;

/**
 * The language of {@code q}: Lucene's classic syntax over {@code title}, {@code summary}, {@code text}, {@code region},
 * {@code theme}, {@code feed}, {@code language}, {@code kind} and {@code published:[from TO to]}. A word without a
 * field is looked for in title, summary and text, as it stands and by its stems in every language; words are "and"
 * unless OR stands between them; words in quotes stand as they are. No leading wildcards, two letters at least before
 * one, no regular expressions.
 */
final class TextQuery extends MultiFieldQueryParser {
    private static final String PUBLISHED = "published";
    private static final Set<String> EXACT = Set.of("region", "theme", "feed", "language", "kind");
    private static final String[] TEXTS = {Fields.TITLE, Fields.SUMMARY, Fields.TEXT};
    private static final Set<String> KNOWN =
            Set.of(Fields.TITLE, Fields.SUMMARY, Fields.TEXT, "region", "theme", "feed", "language", "kind", PUBLISHED);
    private static final Map<String, Float> BOOSTS = Map.of(Fields.TITLE, 3f, Fields.SUMMARY, 1.5f, Fields.TEXT, 1f);
    /** A stem says less than the very word. */
    private static final float STEM = 0.6f;

    private static final Pattern COLUMN = Pattern.compile("line 1, column (\\d+)");
    private static final int LEAST_PREFIX = 2;
    private static final int MOST_WORDS = 50;
    private static final int DEEPEST = 20;
    private static final Analyzer ANALYZER = analyzer();

    private final List<String> languages;
    private int words;

    private TextQuery(List<String> languages) {
        super(TEXTS, ANALYZER, BOOSTS);
        this.languages = languages;
        setDefaultOperator(QueryParser.Operator.AND);
        setAllowLeadingWildcard(false);
        setSplitOnWhitespace(true);
        setFuzzyPrefixLength(LEAST_PREFIX);
        setMultiTermRewriteMethod(MultiTermQuery.CONSTANT_SCORE_BOOLEAN_REWRITE);
    }

    static Query of(String q, List<String> languages) {
        checkDepth(q);
        try {
            return new TextQuery(languages).parse(q);
        } catch (ParseException e) {
            throw new FilterException("q", column(e), "The query can't be read: " + reason(e));
        } catch (IndexSearcher.TooManyClauses e) {
            throw new FilterException("q", null, "The query has too many clauses.");
        }
    }

    /** Parentheses are read by recursion: no deeper than can be meant. */
    private static void checkDepth(String q) {
        int depth = 0;
        for (int i = 0; i < q.length(); i++) {
            char c = q.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(' && ++depth > DEEPEST) {
                throw new FilterException("q", i, "Parentheses stand more than " + DEEPEST + " deep.");
            } else if (c == ')') {
                depth--;
            }
        }
    }

    @Override
    protected @Nullable Query getFieldQuery(@Nullable String field, String text, boolean quoted) throws ParseException {
        check(field);
        words += TEXTS.length; // a wildcard without a field is checked once more for each of them
        if (quoted || field != null && EXACT.contains(field)) {
            return super.getFieldQuery(field, text, quoted);
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String in : field == null ? TEXTS : new String[] {field}) {
            Query plain = super.getFieldQuery(in, text, false);
            float boost = BOOSTS.getOrDefault(in, 1f);
            if (plain != null) {
                any.add(new BoostQuery(plain, boost), Occur.SHOULD);
                stems(in, text).ifPresent(stems -> any.add(new BoostQuery(stems, boost * STEM), Occur.SHOULD));
            }
        }
        Query query = any.build();
        return ((BooleanQuery) query).clauses().isEmpty() ? null : query;
    }

    /** Of one word; one term for all its stems, so that its languages count once. */
    private Optional<Query> stems(String field, String word) {
        Set<String> stems = Stems.of(word, languages);
        if (stems.isEmpty()) {
            return Optional.empty();
        }
        SynonymQuery.Builder any = new SynonymQuery.Builder(Fields.stemmed(field));
        stems.forEach(stem -> any.addTerm(new Term(Fields.stemmed(field), stem)));
        return Optional.of(any.build());
    }

    @Override
    protected Query getFieldQuery(@Nullable String field, String text, int slop) throws ParseException {
        check(field);
        return super.getFieldQuery(field, text, slop);
    }

    @Override
    protected Query getFuzzyQuery(@Nullable String field, String text, float similarity) throws ParseException {
        check(field);
        if (text.length() <= LEAST_PREFIX) {
            throw new ParseException("'~' needs a word of more than two letters");
        }
        return super.getFuzzyQuery(field, text, similarity);
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

    private void check(@Nullable String field) throws ParseException {
        if (++words > MOST_WORDS * (1 + TEXTS.length)) {
            throw new ParseException("it has more than " + MOST_WORDS + " words");
        }
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
