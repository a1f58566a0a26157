// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.places;

import org.jspecify.annotations.Nullable;

/**
 * What a name may stand for.
 *
 * @param written the name as the taxonomy or the gazetteer writes it
 * @param region id of the region or of the city's country; null when the phrase is no place
 * @param language that the name is of, BCP 47
 * @param people thousands that live in the city; -1 for a name of the taxonomy, which needs no support
 */
public record Place(String written, @Nullable String region, String language, int people) {
    /** A name that the taxonomy vouches for. */
    public static Place named(String written, @Nullable String region, String language) {
        return new Place(written, region, language, -1);
    }

    /** Whether it is only of the gazetteer. */
    public boolean isCity() {
        return people >= 0;
    }
}
