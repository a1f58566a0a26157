// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationnewswire.contracts.Entry;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.contracts.Ids;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.ingest.parse.ParsedEntry;
import org.migrationnewswire.ingest.parse.ParsedFeed;
import org.migrationnewswire.ingest.publish.Derivation.Derived;
import org.migrationnewswire.ingest.publish.Derivation.Revised;

class DerivationTest {
    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");

    private final WrittenEntries written = new WrittenEntries();
    private final FeedMemory memory = memory();

    @Test
    void everythingOfAFirstPollIsBackfill() {
        assertThat(poll(entry("a", "A", NOW.minusSeconds(60)))).allSatisfy(item -> {
            assertThat(item.revision()).isEqualTo(1);
            assertThat(item.backfill()).isTrue();
        });
    }

    @Test
    void whatComesLaterIsNewsUnlessItIsOlderThanAWeek() {
        poll(entry("a", "A", NOW));

        List<Item> items = poll(
                entry("fresh", "Fresh", NOW.minusSeconds(60)),
                entry("undated", "Undated", null),
                entry("old", "Old", NOW.minus(Duration.ofDays(8))));

        assertThat(items).filteredOn(Item::backfill).extracting(Item::guid).containsExactly("old");
    }

    @Test
    void noItemIsLostForTheDateThatItBears() {
        poll(entry("a", "A", NOW));

        List<Item> items = poll(
                entry("same-second", "Of the same second", NOW),
                entry("back-dated", "Back-dated", NOW.minus(Duration.ofDays(2))),
                entry("a", "A", NOW));

        assertThat(items).extracting(Item::guid).containsExactlyInAnyOrder("same-second", "back-dated");
    }

    @Test
    void anEditIsTheNextRevisionAndKeepsWhatWasFirst() {
        Item first = poll(entry("a", "A", NOW)).getFirst();

        Item second = poll(entry("a", "A, corrected", NOW)).getFirst();

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.revision()).isEqualTo(2);
        assertThat(second.firstSeenAt()).isEqualTo(first.firstSeenAt());
        assertThat(second.backfill()).isEqualTo(first.backfill());
        assertThat(second.revisions()).extracting(Item.Revision::title).containsExactly("A", "A, corrected");
    }

    @Test
    void anItemRemembersItsLastTwentyRevisions() {
        for (int i = 1; i <= 25; i++) {
            poll(entry("a", "Edition " + i, NOW));
        }

        assertThat(memory.entry(Ids.hash("a")).revisions())
                .extracting(Item.Revision::n)
                .hasSize(20)
                .startsWith(6)
                .endsWith(25);
    }

    @Test
    void whatFallsOffAndComesBackIsNotNew() {
        poll(entry("a", "A", NOW), entry("b", "B", NOW));
        poll(entry("b", "B", NOW));

        assertThat(poll(entry("a", "A", NOW), entry("b", "B", NOW))).isEmpty();
    }

    @Test
    void whatThePublisherTakesBackIsWithdrawnOnceAndForGood() {
        Item item = poll(entry("a", "Secret words", NOW)).getFirst();

        List<Item> withdrawn = withdraw("a", "never-seen");

        assertThat(withdrawn).singleElement().satisfies(w -> {
            assertThat(w.id()).isEqualTo(item.id());
            assertThat(w.withdrawnAt()).isEqualTo(NOW);
            assertThat(w.sortDate()).isEqualTo(item.sortDate());
            assertThat(Json.write(w)).asString().doesNotContain("Secret");
        });
        assertThat(withdraw("a")).isEmpty();
        assertThat(poll(entry("a", "Secret words, again", NOW))).isEmpty();
    }

    @Test
    void anotherOrderIsNoNews() {
        poll(entry("a", "A", NOW), entry("b", "B", NOW), entry("c", "C", NOW));

        assertThat(poll(entry("c", "C", NOW), entry("a", "A", NOW), entry("b", "B", NOW)))
                .isEmpty();
    }

    @Test
    void anEntryThatStandsTwiceIsOneItem() {
        Derived derived = derive(entry(null, "A", null), entry(null, "A", null));

        assertThat(derived.revised()).hasSize(1);
        assertThat(derived.unchanged()).isEqualTo(1);
    }

    @Test
    void theOldestOfADocumentComesFirstInTheLog() {
        assertThat(poll(entry("new", "N", NOW), entry("old", "O", NOW.minusSeconds(9))))
                .extracting(Item::guid)
                .containsExactly("old", "new");
    }

    @Test
    void aMissingDateStaysMissing() {
        Item item = poll(entry("a", "A", null)).getFirst();

        assertThat(item.publishedAt()).isNull();
        assertThat(item.sortDate()).isEqualTo(item.firstSeenAt());
    }

    @Test
    void aDateInTheFutureIsKeptAndCappedForSorting() {
        Item item = poll(entry("a", "A", NOW.plus(Duration.ofDays(30)))).getFirst();

        assertThat(item.publishedAt()).isEqualTo(NOW.plus(Duration.ofDays(30)));
        assertThat(item.sortDate()).isEqualTo(item.firstSeenAt());
    }

    @Test
    void contentIsCutBetweenTwoCharacters() {
        String clefs = "\uD834\uDD1E".repeat(Item.MAX_CONTENT_BYTES / 4 + 10);

        Capped capped = Capped.of("a" + clefs);

        assertThat(capped.cut()).isTrue();
        assertThat(capped.text().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(Item.MAX_CONTENT_BYTES);
        assertThat(Character.isLowSurrogate(capped.text().charAt(capped.text().length() - 1)))
                .isTrue();
        assertThat(Capped.of("short")).isEqualTo(new Capped("short", false));
    }

    @Test
    void entriesThatGetNewGuidsAllAtOnceAreTheSameByTheirLinks() {
        List<Item> before = poll(linked("1", "A"), linked("2", "B"), linked("3", "C"), linked("4", "D"));

        List<Item> after = poll(linked("n1", "A"), linked("n2", "B"), linked("n3", "C, corrected"), linked("n5", "E"));

        assertThat(after).extracting(Item::title).containsExactly("E", "C, corrected");
        assertThat(after.get(1).id()).isEqualTo(idOf(before, "C"));
        assertThat(after.get(1).revision()).isEqualTo(2);
        assertThat(poll(linked("n1", "A"), linked("n2", "B"))).isEmpty();
    }

    @Test
    void entriesThatGetNewGuidsAndNewLinksAreHeldUntilAPersonDecides() {
        poll(entry("1", "Title one", NOW), entry("2", "Title two", NOW), entry("3", "Title three", NOW));
        ParsedEntry[] renamed = {
            entry("n1", "Title one", NOW), entry("n2", "Title two", NOW), entry("n3", "Title three", NOW)
        };

        Derived undecided = derive(renamed);

        assertThat(undecided.revised()).isEmpty();
        assertThat(undecided.held()).isEqualTo(3);
        assertThat(derive(Ask.SAME_ENTRIES, renamed).revised()).isEmpty();
        assertThat(derive(Ask.SAME_ENTRIES, renamed).renamed()).hasSize(3);
        assertThat(derive(Ask.NEW_ENTRIES, renamed).revised()).hasSize(3);
    }

    @Test
    void aBusyFeedThatTurnsOverWhollyIsNoChangeOfIds() {
        poll(linked("1", "A"), linked("2", "B"), linked("3", "C"));

        assertThat(poll(linked("4", "D"), linked("5", "E"), linked("6", "F"))).hasSize(3);
    }

    private static ParsedEntry linked(String guid, String title) {
        return new ParsedEntry(
                guid,
                title,
                "https://x.example/" + title.charAt(0),
                null,
                null,
                null,
                NOW,
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static String idOf(List<Item> items, String title) {
        return items.stream()
                .filter(item -> item.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<Item> poll(ParsedEntry... entries) {
        Derived derived = derive(entries);
        List<Entry> changed = new ArrayList<>(derived.renamed());
        derived.revised().forEach(one -> changed.add(one.entry()));
        memory.committed(polledState(), written.write(changed), NOW);
        return derived.revised().stream().map(Revised::item).toList();
    }

    private List<Item> withdraw(String... guids) {
        ParsedFeed document =
                new ParsedFeed("atom_1.0", "F", null, "en", List.of(), List.of(guids), ParsedFeed.About.NOTHING);
        Derived derived = Derivation.derive(memory, document, NOW, Ask.SCHEDULED);
        memory.committed(
                polledState(),
                written.write(derived.revised().stream().map(Revised::entry).toList()),
                NOW);
        return derived.revised().stream().map(Revised::item).toList();
    }

    private Derived derive(ParsedEntry... entries) {
        return derive(Ask.SCHEDULED, entries);
    }

    private Derived derive(Ask ask, ParsedEntry... entries) {
        ParsedFeed document =
                new ParsedFeed("rss_2.0", "F", null, "en", List.of(entries), List.of(), ParsedFeed.About.NOTHING);
        return Derivation.derive(memory, document, NOW, ask);
    }

    private FeedMemory memory() {
        Feed feed = new Feed(
                "f", "https://x.example/f", null, null, List.of(), Feed.Rights.DEFAULT, null, false, true, NOW);
        return new FeedMemory(feed, null, new EntryTable(), written, NOW);
    }

    private static FeedState polledState() {
        NextState next = new NextState(FeedState.unpolled("f", NOW), NOW);
        next.named("F", null);
        return next.soFar();
    }

    private static ParsedEntry entry(String guid, String title, Instant published) {
        return new ParsedEntry(
                guid, title, null, null, null, null, published, null, List.of(), List.of(), List.of(), null);
    }
}
