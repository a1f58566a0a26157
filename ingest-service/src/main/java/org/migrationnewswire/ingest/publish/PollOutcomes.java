// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.EventType;
import org.migrationnewswire.contracts.FeedEvent;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.contracts.FeedState.Failure;
import org.migrationnewswire.contracts.FeedState.Poll;
import org.migrationnewswire.contracts.FeedState.Status;
import org.migrationnewswire.ingest.fetch.FetchResult;
import org.migrationnewswire.ingest.fetch.FetchResult.Headers;
import org.migrationnewswire.ingest.parse.ParseResult;
import org.migrationnewswire.ingest.parse.ParsedFeed;
import org.migrationnewswire.ingest.publish.Derivation.Derived;
import org.migrationnewswire.ingest.schedule.Rhythms;
import org.migrationnewswire.ingest.schedule.Schedule;

/** From a poll and what is remembered to what it comes to. */
final class PollOutcomes {
    private static final Duration WRITE_SCHEDULE_AT_MOST_EVERY = Duration.ofHours(1);
    private static final int POLLS_PER_FULL_ONE = 50;

    private final Schedule schedule;
    private final Pushes pushes;

    PollOutcomes(Schedule schedule, Pushes pushes) {
        this.schedule = schedule;
        this.pushes = pushes;
    }

    /** Whether the next poll is to ask for the document whether or not it has changed: some servers' validators lie. */
    static boolean isFullDue(FeedState state) {
        return state.timing().sinceFull() >= POLLS_PER_FULL_ONE - 1;
    }

    Outcome of(FeedMemory memory, Polled polled) {
        return switch (polled.fetched()) {
            case FetchResult.Fetched fetched -> read(memory, polled, fetched);
            case FetchResult.NotModified same -> unchanged(memory, polled, same);
            case FetchResult.Postponed postponed -> postponed(memory, postponed.until());
            case FetchResult.Throttled throttled -> {
                String detail =
                        "the publisher asks to wait " + throttled.retryAfter().toSeconds() + " s";
                yield failed(
                        memory, polled, throttled.status(), new Failure("throttled", detail), throttled.retryAfter());
            }
            case FetchResult.Gone gone -> gone(memory, polled);
            case FetchResult.Failed failed ->
                failed(memory, polled, failed.status(), new Failure(failed.category(), failed.detail()), null);
        };
    }

    private Outcome read(FeedMemory memory, Polled polled, FetchResult.Fetched fetched) {
        return switch (polled.parsed()) {
            case ParseResult.Parsed parsed -> derived(memory, polled, fetched, parsed.feed());
            case ParseResult.Rejected rejected ->
                failed(memory, polled, fetched.status(), new Failure(rejected.category(), rejected.detail()), null);
            case null -> throw new IllegalArgumentException("a fetched document that nobody has parsed");
        };
    }

    private Outcome derived(FeedMemory memory, Polled polled, FetchResult.Fetched fetched, ParsedFeed document) {
        FeedState before = memory.state();
        Derived derived = Derivation.derive(memory, document, polled.at(), polled.ask());
        boolean pushed = polled.ask() == Ask.PUSHED;
        int news = derived.count(EventType.PUBLISHED);
        boolean gap = !pushed
                && before.polled()
                && news > 1
                && news == document.entries().size();
        NextState next = new NextState(before, polled.at());
        next.named(document.title(), document.link());
        next.polled(new Poll(
                polled.at(),
                fetched.status(),
                fetched.bytes(),
                polled.millis(),
                document.entries().size() + document.withdrawn().size(),
                news,
                derived.count(EventType.UPDATED),
                null));
        next.rhythm(Rhythms.after(before.rhythm(), !before.polled(), news, dates(document), polled.at()));
        if (derived.held() > 0) {
            next.health(
                    Status.HELD,
                    new Failure(
                            "possible-change-of-ids",
                            derived.held()
                                    + " entries look like known ones under new ids: say whether they are the same"
                                    + " (POST /feeds/" + before.feedId() + "/entries)"));
        } else {
            next.health(Status.OK, null);
        }
        if (pushed) {
            next.push(pushes.told(before.push()));
        } else {
            next.validators(
                    derived.held() > 0
                            ? FeedState.Validators.NONE
                            : fetched.headers().validators());
            next.full();
            next.place(fetched.movedTo(), polled.foundAt());
            next.push(pushes.found(before, fetched.headers(), document.about(), news > 0, polled.at()));
            next.timing(schedule.next(
                    memory.feed(),
                    next.soFar(),
                    hints(document.about().hints(), fetched.headers()),
                    next.soFar().rhythm(),
                    gap,
                    polled.at()));
        }
        return outcome(memory, polled, derived, next, gap);
    }

    private static List<Instant> dates(ParsedFeed document) {
        return document.entries().stream()
                .map(e -> e.publishedAt() == null ? e.updatedAt() : e.publishedAt())
                .filter(Objects::nonNull)
                .toList();
    }

    /** The document's hints, with what the answer's header says of how long it is fresh when that is longer. */
    private static FeedState.Hints hints(FeedState.Hints document, Headers headers) {
        Duration fresh = headers.freshFor();
        boolean longer = fresh != null
                && !fresh.isZero()
                && (document.atLeast() == null || fresh.compareTo(document.atLeast()) > 0);
        return longer ? new FeedState.Hints(fresh, document.skipHours(), document.skipDays()) : document;
    }

    private Outcome unchanged(FeedMemory memory, Polled polled, FetchResult.NotModified same) {
        FeedState before = memory.state();
        NextState next = new NextState(before, polled.at());
        next.polled(new Poll(polled.at(), 304, 0, polled.millis(), 0, 0, 0, null));
        if (before.health().status() != Status.HELD) {
            next.health(Status.OK, null);
        }
        next.validators(same.headers().validators());
        next.place(same.movedTo(), null);
        next.rhythm(Rhythms.after(before.rhythm(), false, 0, List.of(), polled.at()));
        next.push(pushes.renewed(before, polled.at()));
        next.timing(schedule.next(
                memory.feed(), before, before.timing().hints(), next.soFar().rhythm(), false, polled.at()));
        return outcome(memory, polled, Derived.NOTHING, next, false);
    }

    /** Another feed's answer was meant for all feeds of its host: this one has not failed. */
    private Outcome postponed(FeedMemory memory, Instant until) {
        NextState next = new NextState(memory.state(), until);
        next.due(schedule.jittered(until, Duration.ofMinutes(1)), "retry-after");
        return new Outcome(memory, Derived.NOTHING, next.soFar(), List.of(), false);
    }

    private Outcome failed(
            FeedMemory memory, Polled polled, @Nullable Integer status, Failure failure, @Nullable Duration atLeast) {
        NextState next = new NextState(memory.state(), polled.at());
        next.polled(new Poll(polled.at(), status, 0, polled.millis(), 0, 0, 0, failure));
        next.health(Status.FAILING, failure);
        if (polled.ask() != Ask.PUSHED) {
            int failures = next.soFar().health().failures();
            next.backToOwnPlace(failures);
            next.timing(schedule.backOff(memory.feed(), memory.state(), failures, atLeast, polled.at()));
        }
        return outcome(memory, polled, Derived.NOTHING, next, false);
    }

    private Outcome gone(FeedMemory memory, Polled polled) {
        Failure failure = new Failure("gone", "the publisher says that the feed is gone for good (410)");
        NextState next = new NextState(memory.state(), polled.at());
        next.polled(new Poll(polled.at(), 410, 0, polled.millis(), 0, 0, 0, failure));
        next.health(Status.GONE, failure);
        next.due(null, "gone");
        return outcome(memory, polled, Derived.NOTHING, next, false);
    }

    private static Outcome outcome(FeedMemory memory, Polled polled, Derived derived, NextState next, boolean gap) {
        FeedState before = memory.state();
        FeedState state = next.soFar();
        List<FeedEvent> events = new ArrayList<>(FeedEvents.between(before, state, polled.at()));
        if (gap) {
            events.add(new FeedEvent(
                    before.feedId(),
                    FeedEvent.Type.GAP,
                    polled.at(),
                    "possible-gap",
                    "no entry of the last document stands in this one: some may have been missed"));
        }
        boolean mustWrite = !derived.revised().isEmpty()
                || !derived.renamed().isEmpty()
                || !events.isEmpty()
                || polled.ask() != Ask.SCHEDULED
                || before.health().status() != state.health().status()
                || !before.validators().equals(state.validators())
                || !before.place().equals(state.place())
                || !Objects.equals(before.push(), state.push())
                || memory.isWriteDue(polled.at(), WRITE_SCHEDULE_AT_MOST_EVERY);
        return new Outcome(memory, derived, state, events, mustWrite);
    }
}
