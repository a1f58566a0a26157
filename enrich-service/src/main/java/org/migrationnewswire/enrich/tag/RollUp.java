// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.contracts.Taxonomy.Membership;
import org.migrationnewswire.contracts.Taxonomy.Region;

/** Which regions contain a region, on a day. Dialogues contain nobody: they are agreements, not places. */
public final class RollUp {
    private final Map<String, List<Container>> containers = new HashMap<>();

    /** Containment by that taxonomy. */
    public RollUp(Taxonomy taxonomy) {
        for (Region region : taxonomy.regions()) {
            if (region.rollsUp()) {
                region.members().forEach(member -> containers
                        .computeIfAbsent(member.id(), id -> new ArrayList<>())
                        .add(new Container(region.id(), member)));
            }
        }
    }

    private record Container(String id, Membership membership) {}

    /** All that contain one of these on that day, sorted, without these themselves. */
    public List<String> of(Collection<String> regions, LocalDate day) {
        TreeSet<String> all = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(regions);
        while (!open.isEmpty()) {
            for (Container container : containers.getOrDefault(open.pop(), List.of())) {
                if (container.membership().holdsOn(day) && all.add(container.id())) {
                    open.push(container.id());
                }
            }
        }
        all.removeAll(regions);
        return List.copyOf(all);
    }
}
