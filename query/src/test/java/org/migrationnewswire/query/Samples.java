// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.migrationnewswire.contracts.Ids;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.contracts.Tags;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.contracts.Taxonomy.Membership;
import org.migrationnewswire.contracts.Taxonomy.Region;
import org.migrationnewswire.contracts.Taxonomy.Type;

/** A small taxonomy, and items tagged by it. */
final class Samples {
    static final Taxonomy TAXONOMY = new Taxonomy(
            "1",
            "d",
            List.of(
                    country("MT"),
                    country("GB"),
                    country("JM"),
                    region("039", Type.AREA, true, new Membership("MT", null, null)),
                    region("150", Type.AREA, true, new Membership("039", null, null), new Membership("GB", null, null)),
                    region(
                            "eu",
                            Type.ORGANISATION,
                            true,
                            new Membership("MT", LocalDate.of(2004, 5, 1), null),
                            new Membership("GB", null, LocalDate.of(2020, 1, 31))),
                    region(
                            "talks",
                            Type.DIALOGUE,
                            false,
                            new Membership("GB", null, LocalDate.of(2020, 1, 31)),
                            new Membership("JM", null, null))),
            List.of(theme("rescue"), theme("visa")),
            List.of(new Taxonomy.Kind("news", "News", List.of(), List.of())),
            List.of());

    private Samples() {}

    static TaggedItem item(
            String title, String text, Instant date, List<Tag> regions, List<String> rollup, List<Tag> themes) {
        Item item = new Item(
                Ids.hash(title),
                "feed",
                1,
                List.of(),
                null,
                title,
                null,
                null,
                null,
                null,
                text,
                false,
                List.of(),
                List.of(),
                List.of(),
                null,
                date,
                null,
                date,
                date,
                date,
                new Item.Source("Feed", null),
                "h",
                false,
                null);
        return new TaggedItem(
                item,
                new Tags(
                        "en",
                        1,
                        "news",
                        regions,
                        rollup,
                        themes,
                        Tags.Coverage.REGIONS,
                        "s",
                        new Tags.TaxonomyReference("1", "d")));
    }

    static Tag tag(String id, double score, boolean primary) {
        return new Tag(id, id, score, primary, "name", Tag.Source.RULE, List.of());
    }

    private static Region country(String id) {
        return region(id, Type.COUNTRY, true);
    }

    private static Region region(String id, Type type, boolean rollsUp, Membership... members) {
        return new Region(id, type, id, Map.of(), List.of(members), rollsUp, null, null);
    }

    private static Taxonomy.Theme theme(String id) {
        return new Taxonomy.Theme(id, id, id, List.of(), List.of(), List.of());
    }
}
