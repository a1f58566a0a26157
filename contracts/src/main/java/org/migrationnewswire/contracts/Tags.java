// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What enrich says of an item.
 *
 * @param language BCP 47, or {@code und}
 * @param languageConfidence 0 to 1
 * @param kind slug of the kind of item: {@code news}, {@code project-news}, …
 * @param regions what it speaks of, the highest score first
 * @param regionRollup ids of all regions that contain one of {@code regions} on the item's date, sorted; an id in
 *     {@code regions} is not repeated
 * @param themes what it is about, the highest score first
 * @param coverage what the taxonomy can see in that language
 * @param storyKey equal for items that tell the same story
 * @param taxonomy which taxonomy said so
 */
public record Tags(
        String language,
        double languageConfidence,
        @Nullable String kind,
        List<Tag> regions,
        List<String> regionRollup,
        List<Tag> themes,
        Coverage coverage,
        String storyKey,
        TaxonomyReference taxonomy) {
    public Tags {
        Require.text("language", language);
        Require.text("storyKey", storyKey);
        Require.present("taxonomy", taxonomy);
        regions = Require.list(regions);
        regionRollup = Require.list(regionRollup);
        themes = Require.list(themes);
    }

    /** What the taxonomy can see in a language. */
    public enum Coverage {
        @JsonProperty("regions")
        REGIONS,
        @JsonProperty("regions+themes")
        REGIONS_AND_THEMES
    }

    /**
     * Names a taxonomy.
     *
     * @param version its version
     * @param digest hash of its content
     */
    public record TaxonomyReference(String version, String digest) {}
}
