// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.contracts.Tags;

/**
 * What a bare text speaks of, as command line and API tell it.
 *
 * @param id as given with the text; null when none was
 * @param language BCP 47, or {@code und}
 * @param kind slug
 * @param regions with evidence in {@code title} or {@code text}
 * @param themes with evidence in {@code title} or {@code text}
 */
public record TaggedText(
        @Nullable String id, String language, @Nullable String kind, List<Tag> regions, List<Tag> themes) {
    /** That text with these tags. */
    public static TaggedText of(@Nullable String id, Tags tags) {
        return new TaggedText(id, tags.language(), tags.kind(), tags.regions(), tags.themes());
    }
}
