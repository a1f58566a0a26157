// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
}
