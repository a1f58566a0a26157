// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.EventType;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.contracts.FeedState.Failure;
import org.migrationnewswire.contracts.FeedState.Health;
import org.migrationnewswire.contracts.FeedState.Poll;
import org.migrationnewswire.contracts.FeedState.Status;
import org.migrationnewswire.contracts.FeedState.Validators;
import org.migrationnewswire.ingest.fetch.FetchResult;
import org.migrationnewswire.ingest.parse.ParseResult;
import org.migrationnewswire.ingest.parse.ParsedFeed;
import org.migrationnewswire.ingest.publish.Derivation.Derived;
import org.migrationnewswire.ingest.publish.Derivation.Revised;
import org.migrationnewswire.ingest.schedule.Schedule;

/** From a poll and what is remembered to what it comes to. */
final class PollOutcomes {
    private static final int REMEMBERED_POLLS = 10;
    private static final Duration WRITE_SCHEDULE_AT_MOST_EVERY = Duration.ofHours(1);

    private final Schedule schedule;

    PollOutcomes(Schedule schedule) {
        this.schedule = schedule;
    }

    Outcome of(FeedMemory memory, Polled polled) {
        return switch (polled.fetched()) {
            case FetchResult.Fetched fetched -> read(memory, polled, fetched);
            case FetchResult.NotModified notModified -> unchanged(memory, polled, notModified.validators());
            case FetchResult.Throttled throttled ->
                failed(
                        memory,
                        polled,
                        throttled.status(),
                        new Failure(
                                "throttled",
                                "the publisher asks to wait "
                                        + throttled.retryAfter().toSeconds() + " s"),
                        throttled.retryAfter());
            case FetchResult.Gone gone -> gone(memory, polled);
            case FetchResult.Failed failed ->
                failed(memory, polled, failed.status(), new Failure(failed.category(), failed.detail()), Duration.ZERO);
        };
    }

    private Outcome read(FeedMemory memory, Polled polled, FetchResult.Fetched fetched) {
        return switch (polled.parsed()) {
            case ParseResult.Parsed parsed -> derived(memory, polled, fetched, parsed.feed());
            case ParseResult.Rejected rejected ->
                failed(
                        memory,
                        polled,
                        fetched.status(),
                        new Failure(rejected.category(), rejected.detail()),
                        Duration.ZERO);
            case null -> throw new IllegalArgumentException("a fetched document that nobody has parsed");
        };
    }

    private Outcome derived(FeedMemory memory, Polled polled, FetchResult.Fetched fetched, ParsedFeed document) {
        Derived derived = Derivation.derive(memory, document, polled.at());
        Poll poll = new Poll(
                polled.at(),
                fetched.status(),
                fetched.bytes(),
                polled.millis(),
                document.entries().size() + document.withdrawn().size(),
                count(derived, EventType.PUBLISHED),
                count(derived, EventType.UPDATED),
                null);
        FeedState state = state(memory, poll, document.title(), document.link(), fetched.validators());
        return outcome(memory, polled, derived.revised(), derived.unchanged(), state);
    }

    private static int count(Derived derived, EventType type) {
        return (int) derived.revised().stream()
                .filter(revised -> EventType.of(revised.item()) == type)
                .count();
    }

    private Outcome unchanged(FeedMemory memory, Polled polled, Validators validators) {
        FeedState before = memory.state();
        Poll poll = new Poll(polled.at(), 304, 0, polled.millis(), 0, 0, 0, null);
        return outcome(memory, polled, List.of(), 0, state(memory, poll, before.title(), before.link(), validators));
    }

    private FeedState state(
            FeedMemory memory, Poll poll, @Nullable String title, @Nullable String link, Validators validators) {
        Duration interval = schedule.interval(memory.feed());
        return new FeedState(
                memory.feed().id(),
                title,
                link,
                validators,
                health(memory, Status.OK, 0, null, poll.at()),
                interval,
                schedule.next(poll.at(), interval),
                true,
                polls(memory, poll));
    }

    private Outcome failed(
            FeedMemory memory, Polled polled, @Nullable Integer status, Failure failure, Duration atLeast) {
        FeedState before = memory.state();
        int failures = before.health().failures() + 1;
        Duration interval = schedule.backOff(memory.feed(), failures, atLeast);
        Poll poll = new Poll(polled.at(), status, 0, polled.millis(), 0, 0, 0, failure);
        FeedState state = new FeedState(
                memory.feed().id(),
                before.title(),
                before.link(),
                before.validators(),
                health(memory, Status.FAILING, failures, failure, polled.at()),
                interval,
                schedule.next(polled.at(), interval),
                before.polled(),
                polls(memory, poll));
        return outcome(memory, polled, List.of(), 0, state);
    }

    private Outcome gone(FeedMemory memory, Polled polled) {
        FeedState before = memory.state();
        Failure failure = new Failure("gone", "the publisher says that the feed is gone for good (410)");
        FeedState state = new FeedState(
                memory.feed().id(),
                before.title(),
                before.link(),
                before.validators(),
                health(memory, Status.GONE, before.health().failures() + 1, failure, polled.at()),
                before.interval(),
                null,
                before.polled(),
                polls(memory, new Poll(polled.at(), 410, 0, polled.millis(), 0, 0, 0, failure)));
        return outcome(memory, polled, List.of(), 0, state);
    }

    private static Outcome outcome(
            FeedMemory memory, Polled polled, List<Revised> revised, int unchanged, FeedState state) {
        FeedState before = memory.state();
        boolean mustWrite = !revised.isEmpty()
                || polled.commanded()
                || before.health().status() != state.health().status()
                || !before.validators().equals(state.validators())
                || memory.isWriteDue(polled.at(), WRITE_SCHEDULE_AT_MOST_EVERY);
        return new Outcome(memory, revised, unchanged, state, mustWrite);
    }

    private static Health health(
            FeedMemory memory, Status status, int failures, @Nullable Failure failure, Instant at) {
        Health before = memory.state().health();
        return new Health(status, failures, before.status() == status ? before.since() : at, failure);
    }

    private static List<Poll> polls(FeedMemory memory, Poll latest) {
        List<Poll> polls = new ArrayList<>();
        polls.add(latest);
        polls.addAll(memory.state().lastPolls());
        return polls.subList(0, Math.min(polls.size(), REMEMBERED_POLLS));
    }
}
