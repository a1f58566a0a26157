// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Taxonomy.Membership;
import org.migrationnewswire.query.Filter.Terms;

/** From a filter to the Lucene query that finds its items. Only {@code q} counts for relevance. */
public final class FilterQuery {
    private final Vocabulary vocabulary;

    /** Queries by that vocabulary's memberships. */
    public FilterQuery(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * The query.
     *
     * @throws FilterException when {@code q} is not in Lucene's syntax, or asks too much
     */
    public Query of(Filter filter) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (Dimension dimension : Dimension.values()) {
            add(query, dimension, filter.of(dimension));
        }
        filter.membersOf().forEach(region -> query.add(members(region), Occur.FILTER));
        if (filter.since() != null || filter.until() != null) {
            query.add(between(filter.since(), filter.until()), Occur.FILTER);
        }
        query.add(text(filter), Occur.MUST);
        return query.build();
    }

    /** What {@code q} alone asks: in the languages that the filter names, else in any. */
    static Query text(Filter filter) {
        List<String> languages = filter.of(Dimension.LANGUAGE).any().stream()
                .map(Filter.Term::id)
                .toList();
        return filter.q() == null ? new MatchAllDocsQuery() : TextQuery.of(filter.q(), languages);
    }

    private static void add(BooleanQuery.Builder query, Dimension dimension, Terms terms) {
        if (!terms.any().isEmpty()) {
            query.add(any(terms.any(), term -> term(dimension, term)), Occur.FILTER);
        }
        terms.all().forEach(term -> query.add(term(dimension, term), Occur.FILTER));
        terms.none().forEach(term -> query.add(term(dimension, term), Occur.MUST_NOT));
    }

    private static Query term(Dimension dimension, Filter.Term term) {
        if (!term.primary() && term.min() == 0) {
            return new TermQuery(new Term(Fields.of(dimension), term.id()));
        }
        BooleanQuery.Builder both = new BooleanQuery.Builder();
        if (term.primary()) {
            both.add(new TermQuery(new Term(Fields.primary(dimension), term.id())), Occur.FILTER);
        }
        if (term.min() > 0) {
            String atLeast = Fields.minTerm(term.id(), term.min());
            both.add(new TermQuery(new Term(Fields.min(dimension), atLeast)), Occur.FILTER);
        }
        return both.build();
    }

    private Query members(String region) {
        return any(vocabulary.members(region), this::member);
    }

    private Query member(Membership member) {
        Query spokenOf = new TermQuery(new Term(Fields.of(Dimension.REGION), member.id()));
        if (member.validFrom() == null && member.validTo() == null) {
            return spokenOf;
        }
        LocalDate after = member.validTo() == null ? null : member.validTo().plusDays(1);
        return new BooleanQuery.Builder()
                .add(spokenOf, Occur.FILTER)
                .add(between(start(member.validFrom()), start(after)), Occur.FILTER)
                .build();
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Query between(@Nullable Instant since, @Nullable Instant until) {
        return LongPoint.newRangeQuery(
                Fields.SORT_DATE,
                since == null ? Long.MIN_VALUE : since.toEpochMilli(),
                until == null ? Long.MAX_VALUE : until.toEpochMilli() - 1);
    }

    private static <T> Query any(List<T> values, Function<T, Query> query) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        values.forEach(value -> any.add(query.apply(value), Occur.SHOULD));
        return any.build();
    }
}
