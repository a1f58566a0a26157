// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.topology;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Tags;

/**
 * What was last given out of an item.
 *
 * @param revision of the item
 * @param tags hash of its tags
 * @param withdrawn whether it was taken back
 * @param offset of that revision in its partition of items
 * @param ids its tags, as {@code region/MT}
 */
record Given(int revision, String tags, boolean withdrawn, long offset, List<String> ids) {
    Given {
        ids = ids == null ? List.of() : List.copyOf(ids);
    }

    boolean covers(Item item) {
        return revision > item.revision() || (revision == item.revision() && (withdrawn || item.withdrawnAt() == null));
    }

    /** Whether that is the very revision that was given out, and it stands. */
    boolean isCurrent(@Nullable Item item) {
        return item != null && !withdrawn && item.withdrawnAt() == null && revision == item.revision();
    }

    Given at(long newOffset) {
        return new Given(revision, tags, withdrawn, newOffset, ids);
    }

    static List<String> ids(Tags tags) {
        List<String> ids = new ArrayList<>();
        tags.regions().forEach(tag -> ids.add("region/" + tag.id()));
        tags.themes().forEach(tag -> ids.add("theme/" + tag.id()));
        if (tags.kind() != null) {
            ids.add("kind/" + tags.kind());
        }
        return ids;
    }
}
