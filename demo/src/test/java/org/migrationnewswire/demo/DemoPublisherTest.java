// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.enrich.tag.TagInput;
import org.migrationnewswire.enrich.tag.Tagger;
import org.migrationnewswire.enrich.taxonomy.TaxonomyFiles;
import org.migrationnewswire.ingest.parse.FeedParser;
import org.migrationnewswire.ingest.parse.ParseResult;
import org.migrationnewswire.ingest.parse.ParsedEntry;
import org.migrationnewswire.ingest.parse.ParsedFeed;

/** The demo feeds, read and tagged by the very code that the services run. */
class DemoPublisherTest {
    private static final Instant START = Instant.parse("2026-11-02T12:00:00Z");
    private static final Tagger TAGGER = new Tagger(TaxonomyFiles.own());

    private final Hands clock = new Hands();
    private final DemoPublisher publisher = new DemoPublisher(clock);

    @Test
    void thereAreSevenFeedsOf120ItemsOverFourWeeksInFourLanguages() {
        List<ParsedFeed> feeds = feeds();

        assertThat(feeds).hasSize(7);
        assertThat(feeds).extracting(ParsedFeed::language).containsOnly("en", "fr", "es", "de");
        List<ParsedEntry> entries =
                feeds.stream().flatMap(feed -> feed.entries().stream()).toList();
        assertThat(entries).hasSize(120).extracting(ParsedEntry::guid).doesNotHaveDuplicates();
        assertThat(entries).allSatisfy(entry -> assertThat(entry.publishedAt())
                .isBetween(START.minus(Duration.ofDays(28)), START));
    }

    @Test
    void everyStoryButTheLookAlikesHasARegion() {
        for (ParsedFeed feed : feeds()) {
            for (ParsedEntry entry : feed.entries()) {
                if (!feed.title().equals("Look-alikes")) {
                    var tags = TAGGER.tag(TagInput.of(entry.title(), entry.contentText(), feed.language(), START));
                    assertThat(tags.regions()).as(entry.title()).isNotEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What the Dublin Regulation asks of a first country|IE",
                "Roast turkey for two hundred guests|",
                "Georgia Tech wins in Atlanta, Georgia|US",
                "Drug trafficking ring broken up|",
                "How to file a tax return in ten minutes|",
                "Senior officials of the Rabat Process meet|rabat-process",
                "Niger and Nigeria are two countries|NE,NG,GN,GW,GQ,PG",
            })
    void lookAlikesAreNotFallenFor(String title, String regions) {
        ParsedEntry entry = read("look-alikes.xml").entries().stream()
                .filter(e -> e.title().equals(title))
                .findFirst()
                .orElseThrow();

        assertThat(TAGGER.tag(TagInput.of(entry.title(), entry.contentText(), "en", START))
                        .regions())
                .extracting(Tag::id)
                .containsExactlyInAnyOrder(regions == null ? new String[0] : regions.split(","));
    }

    @Test
    void itemsKeepComingOneIsEditedAndOneIsTakenBack() {
        Set<String> before = new HashSet<>();
        feeds().forEach(feed -> feed.entries().forEach(entry -> before.add(entry.guid())));

        clock.now = START.plusSeconds(61);

        long fresh = feeds().stream()
                .flatMap(feed -> feed.entries().stream())
                .filter(entry -> !before.contains(entry.guid()))
                .count();
        assertThat(fresh).isEqualTo(4);
        assertThat(read("border-desk.xml").entries())
                .extracting(ParsedEntry::title)
                .anyMatch(t -> t.endsWith("(corrected)"));
        assertThat(read("shelter-weekly.xml").withdrawn()).hasSize(1).allMatch(before::contains);
    }

    @Test
    void oneDocumentIsBrokenAndNoOtherIsThere() {
        assertThat(parse("broken.xml")).isInstanceOf(ParseResult.Rejected.class);
        assertThat(publisher.document("none.xml")).isEmpty();
    }

    private List<ParsedFeed> feeds() {
        return DemoPublisher.FILES.stream()
                .filter(file -> !file.equals("broken.xml"))
                .map(this::read)
                .toList();
    }

    private ParsedFeed read(String file) {
        return ((ParseResult.Parsed) parse(file)).feed();
    }

    private ParseResult parse(String file) {
        return new FeedParser()
                .parse(publisher.document(file).orElseThrow().getBytes(UTF_8), null, "http://localhost/demo/" + file);
    }

    /** A clock that a test sets. */
    private static final class Hands extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
