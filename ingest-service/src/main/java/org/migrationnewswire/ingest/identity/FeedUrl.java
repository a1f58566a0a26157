// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.identity;

import org.migrationnewswire.contracts.Ids;

/** The id of a feed: the hash of its first URL, so that writing the same address in two ways makes one feed. */
public final class FeedUrl {
    private FeedUrl() {}

    /** The id of the feed at that address. */
    public static String id(String url) {
        return Ids.feed(CanonicalLink.of(url));
    }
}
