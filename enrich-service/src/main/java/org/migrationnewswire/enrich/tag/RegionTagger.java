// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.contracts.Taxonomy.NotPlace;
import org.migrationnewswire.contracts.Taxonomy.Region;
import org.migrationnewswire.enrich.places.Gazetteer;
import org.migrationnewswire.enrich.places.NameIndex;
import org.migrationnewswire.enrich.places.NameIndex.Found;
import org.migrationnewswire.enrich.places.Place;

/** Regions by their names. Thread-safe. */
final class RegionTagger {
    private static final String ENGLISH = "en";
    private static final double SCALE = 3;
    private static final double PRIMARY_SHARE = 0.3;
    private static final double PRIMARY_WEIGHT = 2;

    private final Map<String, Region> regions = new HashMap<>();
    private final Gazetteer gazetteer = Gazetteer.own();
    private final NameIndex names;
    private final StateSigns states = new StateSigns(gazetteer);

    RegionTagger(Taxonomy taxonomy) {
        this.names = index(taxonomy, gazetteer);
        taxonomy.regions().forEach(region -> regions.put(region.id(), region));
    }

    List<Tag> tag(List<FieldWords> fields, String language) {
        List<Sighting> sightings = new ArrayList<>();
        for (FieldWords field : fields) {
            sightings.addAll(longest(field, names.in(field.words(), language)));
            if (language.equals(ENGLISH)) {
                sightings.addAll(states.in(field));
            }
        }
        PlaceResolver resolver = new PlaceResolver(gazetteer, fields, sightings);
        Map<String, Mentions> mentions = new LinkedHashMap<>();
        for (Sighting sighting : sightings) {
            String region = resolver.region(sighting);
            if (region != null) {
                mentions.computeIfAbsent(region, id -> new Mentions())
                        .add(
                                sighting.field(),
                                sighting.first(),
                                sighting.end(),
                                sighting.field().weight(sighting.first()));
            }
        }
        if (mentions.isEmpty() && language.equals(ENGLISH)) {
            CountryWords.in(fields, gazetteer).ifPresent(words -> mentions.put(words.country(), words.mentions()));
        }
        double all = mentions.values().stream().mapToDouble(Mentions::weight).sum();
        List<Tag> tags = new ArrayList<>();
        mentions.forEach((id, found) -> tags.add(tag(id, found, all)));
        tags.sort(Comparator.comparingDouble(Tag::score).reversed().thenComparing(Tag::id));
        return tags;
    }

    private Tag tag(String id, Mentions found, double all) {
        boolean primary =
                found.inTitle() || (found.weight() >= PRIMARY_WEIGHT && found.weight() / all >= PRIMARY_SHARE);
        Region region = regions.get(id);
        String label = region == null ? id : region.label();
        return new Tag(id, label, found.salience(SCALE), primary, "name", Tag.Source.RULE, found.evidence());
    }

    /** At each place the longest name that fits; what it covers is not looked at again. */
    private static List<Sighting> longest(FieldWords field, List<Found> all) {
        List<Sighting> kept = new ArrayList<>();
        int free = 0;
        for (int i = 0; i < all.size(); ) {
            int first = all.get(i).first();
            int next = i;
            int end = 0;
            for (; next < all.size() && all.get(next).first() == first; next++) {
                end = Math.max(end, all.get(next).end());
            }
            if (first >= free) {
                int longest = end;
                List<Place> places = all.subList(i, next).stream()
                        .filter(found -> found.end() == longest)
                        .map(Found::place)
                        .toList();
                if (places.stream().noneMatch(place -> place.region() == null)) {
                    kept.add(new Sighting(field, first, end, places));
                }
                free = end;
            }
            i = next;
        }
        return kept;
    }

    private static NameIndex index(Taxonomy taxonomy, Gazetteer gazetteer) {
        NameIndex index = new NameIndex();
        for (Region region : taxonomy.regions()) {
            region.names().forEach((language, names) -> names.stream()
                    .distinct()
                    .forEach(name -> index.add(Place.named(name, region.id(), language))));
        }
        for (NotPlace notPlace : taxonomy.notPlaces()) {
            index.add(Place.named(notPlace.phrase(), null, ENGLISH));
        }
        gazetteer.cities().forEach(index::add);
        return index;
    }
}
