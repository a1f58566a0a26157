// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.correct;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Correction;
import org.migrationnewswire.contracts.Correction.Action;
import org.migrationnewswire.contracts.Correction.Change;
import org.migrationnewswire.contracts.Correction.Dimension;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.contracts.Tags;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.enrich.tag.RollUp;

/** Lays corrections over what the rules say, by one taxonomy. Thread-safe. */
public final class CorrectedTags {
    private static final String RULE = "correction";

    private final Map<Dimension, Map<String, String>> labels = new HashMap<>();
    private final RollUp rollUp;

    /** Corrections by that taxonomy. */
    public CorrectedTags(Taxonomy taxonomy) {
        rollUp = new RollUp(taxonomy);
        taxonomy.regions().forEach(region -> label(Dimension.REGION, region.id(), region.label()));
        taxonomy.themes().forEach(theme -> label(Dimension.THEME, theme.id(), theme.label()));
        taxonomy.kinds().forEach(kind -> label(Dimension.KIND, kind.id(), kind.label()));
    }

    /** Whether the taxonomy has such a tag. */
    public boolean knows(Dimension dimension, String tag) {
        return label(dimension, tag) != null;
    }

    /**
     * The tags as persons have them.
     *
     * @param rules what the rules say
     * @param day whose memberships count
     * @param correction null when nobody said anything
     */
    public Tags over(Tags rules, LocalDate day, @Nullable Correction correction) {
        List<Change> changes = correction == null ? List.of() : correction.standing();
        if (changes.isEmpty()) {
            return rules;
        }
        List<Tag> regions = changed(rules.regions(), Dimension.REGION, changes);
        return new Tags(
                rules.language(),
                rules.languageConfidence(),
                kind(rules.kind(), changes),
                regions,
                rollUp.of(regions.stream().map(Tag::id).toList(), day),
                changed(rules.themes(), Dimension.THEME, changes),
                rules.coverage(),
                rules.storyKey(),
                rules.taxonomy());
    }

    /** Standing changes that the rules alone would have otherwise, each as {@code add region/MT}. */
    public List<String> disagreements(Tags rules, @Nullable Correction correction) {
        return correction == null
                ? List.of()
                : correction.standing().stream()
                        .filter(change -> disagree(rules, change))
                        .map(change -> name(change.action()) + " " + name(change.dimension()) + "/" + change.tag())
                        .distinct()
                        .toList();
    }

    private static boolean disagree(Tags rules, Change change) {
        if (change.dimension() == Dimension.KIND) {
            return change.tag().equals(rules.kind()) != (change.action() == Action.ADD);
        }
        Tag tag = (change.dimension() == Dimension.REGION ? rules.regions() : rules.themes())
                .stream().filter(t -> t.id().equals(change.tag())).findFirst().orElse(null);
        return switch (change.action()) {
            case ADD -> tag == null;
            case REMOVE -> tag != null;
            case PRIMARY -> tag == null || !tag.primary();
            case NOT_PRIMARY -> tag != null && tag.primary();
        };
    }

    private List<Tag> changed(List<Tag> rules, Dimension dimension, List<Change> changes) {
        List<Tag> tags = new ArrayList<>(rules);
        for (Change change : changes) {
            if (change.dimension() == dimension) {
                change(tags, change);
            }
        }
        tags.sort(Comparator.comparingDouble(Tag::score).reversed()); // stable
        return tags;
    }

    private void change(List<Tag> tags, Change change) {
        int at = indexOf(tags, change.tag());
        if (change.action() == Action.REMOVE) {
            if (at >= 0) {
                tags.remove(at);
            }
            return;
        }
        Tag before = at < 0 ? null : tags.get(at);
        String label = before == null ? label(change.dimension(), change.tag()) : before.label();
        if (label == null || (before == null && change.action() == Action.NOT_PRIMARY)) {
            return; // a taxonomy since has dropped it, or there is nothing to say of it
        }
        Tag tag = said(change, label, before);
        if (before == null) {
            tags.add(tag);
        } else {
            tags.set(at, tag);
        }
    }

    private static Tag said(Change change, String label, @Nullable Tag before) {
        boolean primary =
                switch (change.action()) {
                    case PRIMARY -> true;
                    case NOT_PRIMARY -> false;
                    default -> before != null && before.primary();
                };
        List<Tag.Evidence> evidence = before == null ? List.of() : before.evidence();
        return new Tag(change.tag(), label, 1, primary, RULE, Tag.Source.PERSON, evidence);
    }

    private @Nullable String kind(@Nullable String rules, List<Change> changes) {
        String kind = rules;
        for (Change change : changes) {
            if (change.dimension() != Dimension.KIND) {
                continue;
            }
            if (change.action() == Action.ADD && knows(Dimension.KIND, change.tag())) {
                kind = change.tag();
            } else if (change.action() == Action.REMOVE && Objects.equals(kind, change.tag())) {
                kind = null;
            }
        }
        return kind;
    }

    private static int indexOf(List<Tag> tags, String id) {
        for (int i = 0; i < tags.size(); i++) {
            if (tags.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private void label(Dimension dimension, String id, String label) {
        labels.computeIfAbsent(dimension, d -> new HashMap<>()).put(id, label);
    }

    private @Nullable String label(Dimension dimension, String id) {
        return labels.getOrDefault(dimension, Map.of()).get(id);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
