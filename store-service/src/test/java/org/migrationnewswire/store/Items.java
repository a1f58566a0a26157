// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store;

import java.time.Instant;
import java.util.List;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.contracts.Tags;

/** Tagged items, for the tests. */
public final class Items {
    /** When they were published, unless a test says otherwise. */
    public static final Instant DAY = Instant.parse("2026-11-02T12:00:00Z");

    private Items() {}

    /** An item on Malta. */
    public static TaggedItem item(String id, int revision, String title) {
        return item(id, revision, title, "Border guards of Malta met. They spoke.", DAY);
    }

    /** An item on Malta with that text, at that time. */
    public static TaggedItem item(String id, int revision, String title, String text, Instant date) {
        Item item = new Item(
                id,
                "feed",
                revision,
                List.of(),
                id,
                title,
                "https://x.example/" + id,
                null,
                null,
                null,
                text,
                false,
                List.of(),
                List.of(),
                List.of(),
                "en",
                date,
                null,
                date,
                date,
                date,
                new Item.Source("The Feed", "https://x.example/"),
                "h" + revision,
                false,
                null);
        int malta = text.indexOf("Malta");
        List<Tag.Evidence> evidence =
                malta < 0 ? List.of() : List.of(new Tag.Evidence("contentText", malta, malta + 5, "Malta"));
        Tag tag = new Tag("MT", "Malta", 0.7, true, "name", Tag.Source.RULE, evidence);
        return new TaggedItem(
                item,
                new Tags(
                        "en",
                        1,
                        "news",
                        List.of(tag),
                        List.of("150"),
                        List.of(),
                        Tags.Coverage.REGIONS,
                        "s",
                        new Tags.TaxonomyReference("none", "d")));
    }

    /** That item taken back. */
    public static TaggedItem withdrawn(TaggedItem tagged) {
        return new TaggedItem(tagged.item().withdrawn(DAY), tagged.tags());
    }
}
