// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.contracts.FeedState.Push;
import org.migrationnewswire.ingest.fetch.FetchResult.Headers;
import org.migrationnewswire.ingest.parse.ParsedFeed;

/** When to subscribe to a feed's hub (W3C WebSub), and when to trust it. A pure function of states. */
final class Pushes {
    private static final Duration ASK_AGAIN_AFTER = Duration.ofHours(12);

    private final boolean enabled;

    /** Without a call-back address no hub can reach us, and none is asked. */
    Pushes(boolean enabled) {
        this.enabled = enabled;
    }

    /** After a document was fetched: news that no hub told of show that it does not work. */
    @Nullable
    Push found(FeedState before, Headers headers, ParsedFeed.About about, boolean news, Instant now) {
        String hub = headers.hub() == null ? about.hub() : headers.hub();
        String self = headers.self() == null ? about.self() : headers.self();
        if (!enabled || hub == null || self == null) {
            return null;
        }
        Push push = before.push();
        if (push == null || !push.hub().equals(hub) || !push.topic().equals(self)) {
            return new Push(hub, self, now, null, false);
        }
        return renewed(news ? new Push(push.hub(), push.topic(), push.askedAt(), push.until(), false) : push, now);
    }

    /** After a poll that found nothing: asked again at half of the lease. */
    @Nullable
    Push renewed(FeedState before, Instant now) {
        return before.push() == null || !enabled ? before.push() : renewed(before.push(), now);
    }

    private static Push renewed(Push push, Instant now) {
        Duration lease = push.until() == null ? ASK_AGAIN_AFTER : Duration.between(push.askedAt(), push.until());
        Instant due = push.askedAt().plus(push.until() == null ? lease : lease.dividedBy(2));
        return now.isBefore(due) ? push : new Push(push.hub(), push.topic(), now, push.until(), push.works());
    }

    /** After the hub has told of news. */
    @Nullable
    Push told(@Nullable Push push) {
        return push == null ? null : new Push(push.hub(), push.topic(), push.askedAt(), push.until(), true);
    }

    /** Whether the hub is to be asked now that this state is written. */
    static boolean isToBeAsked(FeedState before, FeedState after) {
        return after.push() != null
                && (before.push() == null
                        || !before.push().askedAt().equals(after.push().askedAt()));
    }
}
