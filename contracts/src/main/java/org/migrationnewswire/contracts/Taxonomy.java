// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that tags are made from, in full; a record of {@link Topic#TAXONOMIES}, keyed by version. The newest record is
 * in force.
 *
 * @param version grows with each change, compared as text: {@code 2026.11.1}
 * @param digest hash of the content without version and digest
 * @param regions countries, areas, organisations' regions, dialogues
 * @param themes what items are about
 * @param kinds what sort of item it is
 * @param notPlaces phrases that look like places and are none
 */
public record Taxonomy(
        String version,
        String digest,
        List<Region> regions,
        List<Theme> themes,
        List<Kind> kinds,
        List<NotPlace> notPlaces) {
    public Taxonomy {
        Require.text("taxonomy version", version);
        Require.text("taxonomy digest", digest);
        regions = Require.list(regions);
        themes = Require.list(themes);
        kinds = Require.list(kinds);
        notPlaces = Require.list(notPlaces);
    }

    /**
     * A region.
     *
     * @param id ISO 3166-1 alpha-2 (and XK), M49 digits, or a slug
     * @param type what sort of region
     * @param label in English
     * @param names what it is called, by language (BCP 47)
     * @param members ids of what it contains, with the time that they belong; empty for a country
     * @param rollsUp false for a dialogue: an item on a member is not on the dialogue
     * @param source where the memberships are from
     * @param note for contested territories and the like
     */
    public record Region(
            String id,
            Type type,
            String label,
            Map<String, List<String>> names,
            List<Membership> members,
            boolean rollsUp,
            @Nullable String source,
            @Nullable String note) {
        public Region {
            Require.text("region id", id);
            Require.text("region label", label);
            names = names == null ? Map.of() : Map.copyOf(names);
            members = Require.list(members);
        }
    }

    /** What sort of region. */
    public enum Type {
        @JsonProperty("country")
        COUNTRY,
        /** Continent or part of one, by UN M49. */
        @JsonProperty("area")
        AREA,
        /** A geographic region as an organisation draws it. */
        @JsonProperty("organisation")
        ORGANISATION,
        /** A dialogue of states on migration, named after a place that it is not. */
        @JsonProperty("dialogue")
        DIALOGUE
    }

    /**
     * That a region belongs to another, for a time.
     *
     * @param id the member
     * @param validFrom first day; null when always
     * @param validTo last day; null when still
     */
    public record Membership(
            String id,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {
        public Membership {
            Require.text("member id", id);
        }

        /** Whether it holds on that day. */
        public boolean holdsOn(LocalDate day) {
            return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
        }
    }

    /**
     * A theme.
     *
     * @param id slug
     * @param label in English
     * @param definition a sentence
     * @param alignments what it is called elsewhere: {@code gcm:11}, {@code eurovoc:5540}, …
     * @param triggers what speaks for it
     * @param exclusions phrases in which a trigger means nothing
     */
    public record Theme(
            String id,
            String label,
            String definition,
            List<String> alignments,
            List<Trigger> triggers,
            List<String> exclusions) {
        public Theme {
            Require.text("theme id", id);
            Require.text("theme label", label);
            alignments = Require.list(alignments);
            triggers = Require.list(triggers);
            exclusions = Require.list(exclusions);
        }
    }

    /**
     * A phrase that speaks for a theme.
     *
     * @param phrase words, matched whatever their case and accents
     * @param language BCP 47
     * @param weight what it counts, 0 to 1
     * @param near words of which one must stand within {@code within} words; empty when it speaks for itself
     * @param within a number of words
     */
    public record Trigger(String phrase, String language, double weight, List<String> near, int within) {
        public Trigger {
            Require.text("trigger phrase", phrase);
            near = Require.list(near);
        }
    }

    /**
     * A kind of item.
     *
     * @param id slug
     * @param label in English
     * @param titlePrefixes how a title of that kind begins
     * @param triggers phrases that speak for it
     */
    public record Kind(String id, String label, List<String> titlePrefixes, List<String> triggers) {
        public Kind {
            Require.text("kind id", id);
            titlePrefixes = Require.list(titlePrefixes);
            triggers = Require.list(triggers);
        }
    }

    /**
     * A phrase that holds a place's name and means none: "Dublin Regulation".
     *
     * @param phrase the words
     * @param tags region or theme that it does speak for; null for none
     */
    public record NotPlace(String phrase, @Nullable String tags) {
        public NotPlace {
            Require.text("phrase", phrase);
        }
    }
}
