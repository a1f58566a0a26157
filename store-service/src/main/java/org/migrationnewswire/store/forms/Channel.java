// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.forms;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.TaggedItem;

/**
 * An answer as a feed.
 *
 * @param title says what was asked
 * @param home address of the page that shows the same
 * @param self address of this very feed
 * @param next address of the page after this one (RFC 5005); null when it is the last
 * @param items cut to what the reader may have
 */
public record Channel(
        String title, String home, String self, @Nullable String next, List<TaggedItem> items) {
    public Channel {
        items = List.copyOf(items);
    }

    /** When one of the items last changed; the beginning of 1970 when there are none. */
    public Instant updated() {
        return items.stream()
                .map(Channel::updated)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** When the item's content last changed, by its latest revision, or its feed's word when that is later. */
    static Instant updated(TaggedItem tagged) {
        Instant at = tagged.item().revisions().isEmpty()
                ? tagged.item().firstSeenAt()
                : tagged.item().revisions().getLast().at();
        return at.isAfter(tagged.item().sortDate()) ? at : tagged.item().sortDate();
    }
}
