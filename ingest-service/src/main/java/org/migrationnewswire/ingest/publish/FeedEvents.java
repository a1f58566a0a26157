// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.migrationnewswire.contracts.FeedEvent;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.contracts.FeedState.Failure;
import org.migrationnewswire.contracts.FeedState.Status;

/** What is worth telling of the difference between two states of a feed. */
final class FeedEvents {
    private static final int FAILURES_THAT_BREAK = 3;

    private FeedEvents() {}

    static List<FeedEvent> between(FeedState before, FeedState after, Instant at) {
        List<FeedEvent> events = new ArrayList<>();
        health(before, after, at, events);
        if (after.rhythm().silent() && !before.rhythm().silent()) {
            events.add(event(
                    after,
                    FeedEvent.Type.SILENT,
                    at,
                    "silent",
                    "nothing new since " + after.rhythm().lastNewsAt() + ", far longer than its usual gap of "
                            + after.rhythm().gap()));
        }
        String place = after.place().url();
        if (place != null && !place.equals(before.place().url())) {
            events.add(event(after, FeedEvent.Type.MOVED, at, "moved", "it is fetched at " + place + " from now on"));
        }
        return events;
    }

    private static void health(FeedState before, FeedState after, Instant at, List<FeedEvent> events) {
        Failure error = after.health().error();
        Status status = after.health().status();
        boolean changed = before.health().status() != status;
        if (status == Status.FAILING && error != null && after.health().failures() == FAILURES_THAT_BREAK) {
            events.add(event(after, FeedEvent.Type.BROKEN, at, error.category(), error.detail()));
        } else if ((status == Status.GONE || status == Status.HELD) && changed && error != null) {
            FeedEvent.Type type = status == Status.GONE ? FeedEvent.Type.GONE : FeedEvent.Type.HELD;
            events.add(event(after, type, at, error.category(), error.detail()));
        } else if (status == Status.OK && isKnownToBeBroken(before)) {
            events.add(event(after, FeedEvent.Type.RECOVERED, at, "recovered", "it can be read again"));
        }
    }

    private static boolean isKnownToBeBroken(FeedState state) {
        return switch (state.health().status()) {
            case NEW, OK -> false;
            case FAILING -> state.health().failures() >= FAILURES_THAT_BREAK;
            case HELD, GONE -> true;
        };
    }

    private static FeedEvent event(FeedState state, FeedEvent.Type type, Instant at, String category, String detail) {
        return new FeedEvent(state.feedId(), type, at, category, detail);
    }
}
