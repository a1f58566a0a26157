// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.contracts.FeedState.Failure;
import org.migrationnewswire.contracts.FeedState.Health;
import org.migrationnewswire.contracts.FeedState.Place;
import org.migrationnewswire.contracts.FeedState.Poll;
import org.migrationnewswire.contracts.FeedState.Push;
import org.migrationnewswire.contracts.FeedState.Rhythm;
import org.migrationnewswire.contracts.FeedState.Status;
import org.migrationnewswire.contracts.FeedState.Timing;
import org.migrationnewswire.contracts.FeedState.Validators;

/** A feed's state in the making: what it was, but for what a poll has changed. */
final class NextState {
    private static final int REMEMBERED_POLLS = 10;
    private static final int POLLS_THAT_MOVE = 3;
    private static final int FAILURES_THAT_MOVE_BACK = 5;

    private final FeedState before;
    private final Instant at;
    private @Nullable String title;
    private @Nullable String link;
    private Place place;
    private Validators validators;
    private Health health;
    private Timing timing;
    private Rhythm rhythm;
    private @Nullable Push push;
    private boolean polled;
    private List<Poll> polls;

    NextState(FeedState before, Instant at) {
        this.before = before;
        this.at = at;
        this.title = before.title();
        this.link = before.link();
        this.place = before.place();
        this.validators = before.validators();
        this.health = before.health();
        this.timing = before.timing();
        this.rhythm = before.rhythm();
        this.push = before.push();
        this.polled = before.polled();
        this.polls = before.lastPolls();
    }

    FeedState soFar() {
        return new FeedState(
                before.feedId(), title, link, place, validators, health, timing, rhythm, push, polled, polls);
    }

    void named(@Nullable String newTitle, @Nullable String newLink) {
        title = newTitle;
        link = newLink;
        polled = true;
    }

    void polled(Poll latest) {
        List<Poll> all = new ArrayList<>();
        all.add(latest);
        all.addAll(polls);
        polls = all.subList(0, Math.min(all.size(), REMEMBERED_POLLS));
        timing = new Timing(
                timing.interval(), timing.nextPollAt(), timing.reason(), timing.hints(), timing.sinceFull() + 1);
    }

    /** The last poll was one without validators, or came back with the whole document. */
    void full() {
        timing = new Timing(timing.interval(), timing.nextPollAt(), timing.reason(), timing.hints(), 0);
    }

    void health(Status status, @Nullable Failure failure) {
        Health was = before.health();
        int failures = failure == null || status == Status.HELD ? 0 : was.failures() + 1;
        health = new Health(status, failures, was.status() == status ? was.since() : at, failure);
    }

    void validators(Validators latest) {
        validators = latest;
    }

    void rhythm(Rhythm latest) {
        rhythm = latest;
    }

    void push(@Nullable Push latest) {
        push = latest;
    }

    void timing(Timing latest) {
        timing =
                new Timing(latest.interval(), latest.nextPollAt(), latest.reason(), latest.hints(), timing.sinceFull());
    }

    void due(@Nullable Instant when, String reason) {
        timing = new Timing(timing.interval(), when, reason, timing.hints(), timing.sinceFull());
    }

    /** A feed moves when it was sent to the same place for good by several polls in a row. */
    void place(@Nullable String movedTo, @Nullable String foundAt) {
        if (foundAt != null) {
            place = new Place(foundAt, null, 0);
        } else if (movedTo == null) {
            place = new Place(place.url(), null, 0);
        } else {
            int times = movedTo.equals(place.movingTo()) ? place.times() + 1 : 1;
            place = times >= POLLS_THAT_MOVE ? new Place(movedTo, null, 0) : new Place(place.url(), movedTo, times);
        }
    }

    /** Where a feed has moved to may end before where it came from does. */
    void backToOwnPlace(int failures) {
        if (place.url() != null && failures == FAILURES_THAT_MOVE_BACK) {
            place = Place.OWN;
            validators = Validators.NONE;
        }
    }
}
