// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.rights;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.contracts.Feed.Audience;
import org.migrationnewswire.contracts.Feed.Rights;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.runtime.http.Reader;

/** What each feed allows; {@link RightsFollower} keeps it up to date. Thread-safe. */
@Singleton
public final class FeedRights {
    private final Map<String, Rights> rights = new ConcurrentHashMap<>();
    private volatile @Nullable Set<String> open;

    /** The feeds of which that reader may find items; null for all. */
    public @Nullable Set<String> readable(Reader reader) {
        if (reader.trusted()) {
            return null;
        }
        Set<String> known = open;
        if (known == null) {
            known = rights.entrySet().stream()
                    .filter(feed -> feed.getValue().audience() == Audience.OPEN)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet());
            open = known;
        }
        return known;
    }

    /** The item's JSON as that reader may have it; what a trusted one gets is what the log has, untouched. */
    public byte[] json(byte[] item, Reader reader) {
        return reader.trusted() ? item : Json.write(cut(Json.read(item, TaggedItem.class), reader));
    }

    /** The item as that reader may have it. */
    public TaggedItem cut(TaggedItem item, Reader reader) {
        if (reader.trusted()) {
            return item;
        }
        return Extract.of(item, display(item.item().feedId()));
    }

    /** What that feed shows in the open; of one that is not known no more than a link. */
    public Feed.Display display(String feedId) {
        Rights of = rights.get(feedId);
        return of == null ? Feed.Display.LINK : of.display();
    }

    /** What that feed allows from now on. */
    public void put(String feedId, Rights allowed) {
        rights.put(feedId, allowed);
        open = null;
    }

    /** The feed is not known any more. */
    public void remove(String feedId) {
        rights.remove(feedId);
        open = null;
    }
}
