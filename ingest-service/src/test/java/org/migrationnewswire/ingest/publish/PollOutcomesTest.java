// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.migrationnewswire.contracts.Entry;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.contracts.FeedEvent;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.contracts.FeedState.Status;
import org.migrationnewswire.contracts.FeedState.Validators;
import org.migrationnewswire.ingest.fetch.FetchResult;
import org.migrationnewswire.ingest.parse.ParseResult;
import org.migrationnewswire.ingest.parse.ParsedEntry;
import org.migrationnewswire.ingest.parse.ParsedFeed;
import org.migrationnewswire.ingest.schedule.Schedule;

/** A feed's life: what each poll makes of its state, and what is told of it. */
class PollOutcomesTest {
    private static final FetchResult.Failed BROKEN = new FetchResult.Failed("timeout", "no answer", null);
    private static final String NEW_PLACE = "https://new.example/f";

    private final PollOutcomes outcomes =
            new PollOutcomes(new Schedule(Duration.ofMinutes(15), Duration.ofHours(6), () -> 0L), new Pushes(true));
    private final List<FeedEvent.Type> events = new ArrayList<>();
    private final WrittenEntries written = new WrittenEntries();
    private final FeedMemory memory = new FeedMemory(
            new Feed(
                    "f",
                    "https://x.example/f",
                    null,
                    null,
                    List.of(),
                    Feed.Rights.DEFAULT,
                    null,
                    false,
                    true,
                    Instant.EPOCH),
            null,
            new EntryTable(),
            written,
            Instant.EPOCH);
    private Instant now = Instant.parse("2026-11-02T12:00:00Z");

    @Test
    void aFeedMovesAfterThreePollsThatWereSentThereForGoodAndKeepsItsId() {
        poll(answer(NEW_PLACE, "a"));
        poll(answer(NEW_PLACE, "a"));
        assertThat(memory.state().place().url()).isNull();

        poll(answer(NEW_PLACE, "a"));

        assertThat(memory.state().place().url()).isEqualTo(NEW_PLACE);
        assertThat(memory.state().feedId()).isEqualTo("f");
        assertThat(events).containsExactly(FeedEvent.Type.MOVED);
    }

    @Test
    void aDetourInBetweenStartsTheCountAnew() {
        poll(answer(NEW_PLACE, "a"));
        poll(answer(NEW_PLACE, "a"));
        poll(answer(null, "a"));
        poll(answer(NEW_PLACE, "a"));

        assertThat(memory.state().place().url()).isNull();
    }

    @Test
    void aPlaceThatKeepsFailingIsGivenUpForTheFeedsOwn() {
        IntStream.range(0, 3).forEach(i -> poll(answer(NEW_PLACE, "a")));

        IntStream.range(0, 5).forEach(i -> poll(BROKEN));

        assertThat(memory.state().place().url()).isNull();
    }

    @Test
    void aBreakIsToldAfterThreeFailuresAndTheRecoveryOnce() {
        poll(answer(null, "a"));
        poll(BROKEN);
        poll(BROKEN);
        assertThat(events).isEmpty();

        poll(BROKEN);
        poll(BROKEN);
        poll(answer(null, "a"));
        poll(answer(null, "a"));

        assertThat(events).containsExactly(FeedEvent.Type.BROKEN, FeedEvent.Type.RECOVERED);
        assertThat(memory.state().health().failures()).isZero();
    }

    @Test
    void aFailureKeepsTheValidatorsAndWhatIsKnown() {
        poll(answer(null, "a"));

        poll(BROKEN);

        assertThat(memory.state().validators().etag()).isEqualTo("\"1\"");
        assertThat(memory.state().polled()).isTrue();
        assertThat(memory.state().health().status()).isEqualTo(Status.FAILING);
    }

    @Test
    void oneIn50PollsAsksForTheWholeDocument() {
        poll(answer(null, "a"));
        int conditional = 0;
        while (!PollOutcomes.isFullDue(memory.state())) {
            poll(new FetchResult.NotModified(headers(null), null));
            conditional++;
        }

        assertThat(conditional).isEqualTo(49);
        poll(answer(null, "a"));
        assertThat(PollOutcomes.isFullDue(memory.state())).isFalse();
    }

    @Test
    void anUnchangedDocumentKeepsTheHintsOfTheLast() {
        poll(fetched(null, headers(Duration.ofHours(3))), document("a"));

        poll(new FetchResult.NotModified(headers(null), null));

        assertThat(memory.state().timing().interval()).isEqualTo(Duration.ofHours(3));
        assertThat(memory.state().timing().reason()).isEqualTo("hints");
    }

    @Test
    void aDocumentThatSharesNothingWithTheLastIsAPossibleGap() {
        poll(answer(null, "a", "b"));
        poll(answer(null, "c", "d"));

        assertThat(events).containsExactly(FeedEvent.Type.GAP);
        assertThat(memory.state().timing().reason()).isEqualTo("gap");
    }

    @Test
    void aHostThatAsksToWaitCostsItsOtherFeedsNoFailure() {
        poll(answer(null, "a"));

        poll(new FetchResult.Postponed(now.plusSeconds(3_600)));

        assertThat(memory.state().health().status()).isEqualTo(Status.OK);
        assertThat(memory.state().lastPolls()).hasSize(1);
        assertThat(memory.state().timing().reason()).isEqualTo("retry-after");
    }

    @Test
    void goneIsRetiredVisiblyAndComesBackWhenAPersonAsks() {
        poll(answer(null, "a"));
        poll(new FetchResult.Gone());
        assertThat(memory.state().timing().nextPollAt()).isNull();
        assertThat(memory.state().health().status()).isEqualTo(Status.GONE);

        poll(answer(null, "a"));

        assertThat(memory.state().timing().nextPollAt()).isNotNull();
        assertThat(events).containsExactly(FeedEvent.Type.GONE, FeedEvent.Type.RECOVERED);
    }

    @Test
    void everyFiftiethPollAsksForTheDocumentWhetherOrNotItHasChanged() {
        poll(answer(null, "a"));

        IntStream.range(0, 48).forEach(i -> poll(new FetchResult.NotModified(headers(null), null)));
        assertThat(PollOutcomes.isFullDue(memory.state())).isFalse();
        poll(new FetchResult.NotModified(headers(null), null));
        assertThat(PollOutcomes.isFullDue(memory.state())).isTrue();

        poll(answer(null, "a"));
        assertThat(PollOutcomes.isFullDue(memory.state())).isFalse();
    }

    @Test
    void aFeedThatGoesSilentAgainstItsOwnRhythmIsToldOnce() {
        for (int day = 0; day < 30; day++) {
            now = now.plus(Duration.ofDays(1));
            poll(answer(null, "a" + day, "a" + (day - 1)));
        }
        assertThat(events).doesNotContain(FeedEvent.Type.SILENT);

        for (int day = 0; day < 40; day++) {
            now = now.plus(Duration.ofDays(1));
            poll(new FetchResult.NotModified(headers(null), null));
        }

        assertThat(events).containsOnlyOnce(FeedEvent.Type.SILENT);
    }

    @Test
    void aWebPageThatLinksToAFeedStandsForIt() {
        poll(new Polled("f", fetched(null, headers(null)), document("a"), now, 1, Ask.SCHEDULED, NEW_PLACE));

        assertThat(memory.state().place().url()).isEqualTo(NEW_PLACE);
    }

    @Test
    void aHubIsAskedOnceTrustedWhenItTellsAndNoLongerWhenAPollFindsMore() {
        FetchResult.Headers withHub = new FetchResult.Headers(
                null, new Validators("\"1\"", null), null, "https://hub.example/", "https://x.example/f");

        Outcome first = poll(fetched(null, withHub), document("a"));
        assertThat(Pushes.isToBeAsked(FeedState.unpolled("f", now), first.state()))
                .isTrue();
        verified(Duration.ofDays(10));
        poll(new Polled("f", fetched(null, headers(null)), document("b"), now, 1, Ask.PUSHED, null));
        assertThat(memory.state().push().isTrusted(now)).isTrue();

        FeedState before = memory.state();
        Outcome missed = poll(fetched(null, withHub), document("a", "b", "c"));

        assertThat(missed.state().push().isTrusted(now)).isFalse();
        assertThat(Pushes.isToBeAsked(before, missed.state())).isFalse();
    }

    @Test
    void aHubIsAskedAgainAtHalfOfItsLease() {
        FetchResult.Headers withHub = new FetchResult.Headers(
                null, new Validators("\"1\"", null), null, "https://hub.example/", "https://x.example/f");
        poll(fetched(null, withHub), document("a"));
        verified(Duration.ofDays(10));
        FeedState before = memory.state();

        now = now.plus(Duration.ofDays(4));
        Outcome early = poll(new FetchResult.NotModified(headers(null), null));
        now = now.plus(Duration.ofDays(2));
        Outcome due = poll(new FetchResult.NotModified(headers(null), null));

        assertThat(Pushes.isToBeAsked(before, early.state())).isFalse();
        assertThat(Pushes.isToBeAsked(before, due.state())).isTrue();
    }

    private void verified(Duration lease) {
        FeedState.Push push = memory.state().push();
        NextState next = new NextState(memory.state(), now);
        next.push(new FeedState.Push(push.hub(), push.topic(), push.askedAt(), now.plus(lease), push.works()));
        memory.committed(next.soFar(), List.of(), now);
    }

    private Outcome poll(FetchResult result) {
        return poll(new Polled("f", result, null, now, 1, Ask.SCHEDULED, null));
    }

    private Outcome poll(FetchResult fetched, ParseResult document) {
        return poll(new Polled("f", fetched, document, now, 1, Ask.SCHEDULED, null));
    }

    private Outcome poll(Document document) {
        return poll(document.fetched(), document.parsed());
    }

    private Outcome poll(Polled polled) {
        now = now.plus(Duration.ofMinutes(15));
        Outcome outcome = outcomes.of(memory, polled);
        List<Entry> entries = new ArrayList<>(outcome.derived().renamed());
        outcome.derived().revised().forEach(one -> entries.add(one.entry()));
        memory.committed(outcome.state(), written.write(entries), polled.at());
        outcome.events().forEach(event -> events.add(event.type()));
        return outcome;
    }

    private record Document(FetchResult fetched, ParseResult parsed) {}

    private static Document answer(@Nullable String movedTo, String... guids) {
        return new Document(fetched(movedTo, headers(null)), document(guids));
    }

    private static ParseResult document(String... guids) {
        List<ParsedEntry> entries = List.of(guids).stream()
                .map(guid -> new ParsedEntry(
                        guid,
                        "About " + guid,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        null))
                .toList();
        return new ParseResult.Parsed(
                new ParsedFeed("rss_2.0", "F", null, null, entries, List.of(), ParsedFeed.About.NOTHING));
    }

    private static FetchResult.Fetched fetched(@Nullable String movedTo, FetchResult.Headers headers) {
        return new FetchResult.Fetched(new byte[0], headers, 200, 0, "https://x.example/f", movedTo);
    }

    private static FetchResult.Headers headers(@Nullable Duration freshFor) {
        return new FetchResult.Headers(null, new Validators("\"1\"", null), freshFor, null, null);
    }
}
