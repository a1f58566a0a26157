// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.query;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.contracts.Taxonomy.Membership;

/** A taxonomy as filters need it. Immutable. */
public final class Vocabulary {
    /** Knows no id, and so refuses none. */
    public static final Vocabulary UNKNOWN = new Vocabulary(null);

    private final Map<Dimension, Map<String, String>> labels = new HashMap<>();
    private final Map<String, List<Membership>> members = new HashMap<>();
    private final Map<String, List<Membership>> containers = new HashMap<>();

    private Vocabulary(@Nullable Taxonomy taxonomy) {
        if (taxonomy == null) {
            return;
        }
        labels.put(
                Dimension.REGION,
                taxonomy.regions().stream().collect(Collectors.toMap(Taxonomy.Region::id, Taxonomy.Region::label)));
        labels.put(
                Dimension.THEME,
                taxonomy.themes().stream().collect(Collectors.toMap(Taxonomy.Theme::id, Taxonomy.Theme::label)));
        labels.put(
                Dimension.KIND,
                taxonomy.kinds().stream().collect(Collectors.toMap(Taxonomy.Kind::id, Taxonomy.Kind::label)));
        for (Taxonomy.Region region : taxonomy.regions()) {
            members.put(region.id(), region.members());
            if (region.rollsUp()) {
                region.members().forEach(m -> containers
                        .computeIfAbsent(m.id(), id -> new ArrayList<>())
                        .add(new Membership(region.id(), m.validFrom(), m.validTo())));
            }
        }
    }

    /** That taxonomy's. */
    public static Vocabulary of(Taxonomy taxonomy) {
        return new Vocabulary(taxonomy);
    }

    /** Whether the id may be one of that dimension. */
    public boolean knows(Dimension dimension, String id) {
        Map<String, String> known = labels.get(dimension);
        return known == null || known.containsKey(id);
    }

    /** The label of an id, in English; the id itself when it is not known. */
    public String label(Dimension dimension, String id) {
        return labels.getOrDefault(dimension, Map.of()).getOrDefault(id, id);
    }

    /** What a region directly consists of, with the times that it does; empty for a country. */
    public List<Membership> members(String region) {
        return members.getOrDefault(region, List.of());
    }

    /** All regions that contain that one on that day; not itself. */
    public Set<String> containers(String region, LocalDate day) {
        Set<String> all = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(region));
        while (!open.isEmpty()) {
            for (Membership container : containers.getOrDefault(open.pop(), List.of())) {
                if (container.holdsOn(day) && all.add(container.id())) {
                    open.push(container.id());
                }
            }
        }
        all.remove(region);
        return all;
    }
}
