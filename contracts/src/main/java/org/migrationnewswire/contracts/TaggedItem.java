// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The public contract: an item with its tags, one flat JSON object; a record of {@link Topic#TAGGED_ITEMS}, keyed by
 * item id.
 *
 * @param item the item as ingest published it
 * @param tags what enrich says of it
 */
public record TaggedItem(
        @JsonUnwrapped Item item, @JsonUnwrapped Tags tags) {
    public TaggedItem {
        Require.present("item", item);
        Require.present("tags", tags);
    }
}
