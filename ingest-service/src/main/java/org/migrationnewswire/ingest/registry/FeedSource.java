// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.registry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.ingest.identity.FeedUrl;

/**
 * A feed as somebody names it.
 *
 * @param url {@code http}, {@code https} or {@code file}
 * @param title a person's name for it; null when not given
 * @param labels words to group it by
 */
public record FeedSource(String url, @Nullable String title, List<String> labels) {
    public FeedSource {
        labels = List.copyOf(labels);
    }

    /** The feed to register. */
    public Feed feed(Instant now) {
        return new Feed(FeedUrl.id(url), url, title, null, labels, Feed.Rights.DEFAULT, null, false, true, now);
    }
}
