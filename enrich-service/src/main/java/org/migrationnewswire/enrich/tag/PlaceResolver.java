// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.enrich.places.Gazetteer;
import org.migrationnewswire.enrich.places.Place;
import org.migrationnewswire.enrich.text.Words;

/**
 * Decides what the names of one text stand for. A name is a person's after a given name or a title; a place before a
 * comma belongs to what follows it; of many places the one in a country that the text names elsewhere wins, then the
 * largest; a city whose country nothing else speaks for must be large, or stand where places stand.
 */
final class PlaceResolver {
    private static final int LARGE = 400;
    private static final int STANDS_LIKE_A_PLACE = 8;
    private static final int SUPPORT = 1_000;
    private static final int WELL_KNOWN = 20;
    private static final double COUNTRY = 1e12;
    private static final String STATES = "US";
    private static final Set<String> BEFORE_PLACES = Set.of(
            "in",
            "at",
            "from",
            "near",
            "to",
            "outside",
            "around",
            "of",
            "for",
            "across",
            "downtown",
            "In",
            "At",
            "From",
            "east",
            "west",
            "north",
            "south",
            "between",
            "through",
            "toward",
            "towards",
            "via",
            "into",
            "within");
    private static final Set<String> AFTER_PLACES = Set.of(
            "City",
            "County",
            "Police",
            "Airport",
            "resident",
            "residents",
            "police",
            "area",
            "Fire",
            "School",
            "High",
            "Township",
            "Town",
            "Mayor",
            "mayor",
            "man",
            "woman",
            "couple",
            "native",
            "City's",
            "International",
            "Council",
            "council",
            "parents",
            "school",
            "schools",
            "teen",
            "officials",
            "firefighters",
            "driver",
            "crash",
            "home",
            "University",
            "Hospital",
            "Road",
            "Chamber",
            "Public",
            "suburb",
            "region",
            "State");

    /** What follows a town's name and no country's. */
    private static final Set<String> LOCAL = Set.of(
            "City", "County", "High", "Township", "resident", "residents", "Fire", "Chamber", "man", "woman", "couple");

    private final Gazetteer gazetteer;
    private final Map<Start, Sighting> byPlace = new HashMap<>();
    private final Map<String, Integer> support = new HashMap<>();
    private final Set<String> people = new HashSet<>();
    private final double allSupport;

    PlaceResolver(Gazetteer gazetteer, List<FieldWords> fields, List<Sighting> sightings) {
        this.gazetteer = gazetteer;
        sightings.forEach(
                sighting -> byPlace.putIfAbsent(new Start(sighting.field().name(), sighting.first()), sighting));
        for (Sighting sighting : sightings) {
            if (isPerson(sighting) && (sighting.isCity() || gazetteer.isGivenName(sighting.text()))) {
                people.add(sighting.text());
            }
        }
        for (Sighting sighting : sightings) {
            String sure = sure(sighting);
            if (sure != null) {
                support.merge(sure, 1, Integer::sum);
            }
        }
        fields.forEach(field -> addSigns(field.words()));
        allSupport = support.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Words that are used in one country support its cities: "sheriff". */
    private void addSigns(Words words) {
        for (int i = 0; i < words.size(); i++) {
            String country = gazetteer.countryOfWord(words.list().get(i).folded());
            if (country != null) {
                support.merge(country, 1, Integer::sum);
            }
        }
    }

    /** The region that a name stands for here; null when it is no place. */
    @Nullable
    String region(Sighting sighting) {
        if (isPerson(sighting) || people.contains(sighting.text())) {
            return null;
        }
        String qualified = qualified(sighting);
        if (qualified != null) {
            return qualified;
        }
        Place best = sighting.places().stream()
                .max(Comparator.comparingDouble((Place place) -> standing(sighting, place)))
                .orElseThrow();
        return accepted(sighting, best) ? best.region() : null;
    }

    private @Nullable String sure(Sighting sighting) {
        if (isPerson(sighting) || people.contains(sighting.text())) {
            return null;
        }
        String qualified = qualified(sighting);
        if (qualified != null) {
            return qualified;
        }
        List<String> named = sighting.places().stream()
                .filter(place -> !place.isCity())
                .map(Place::region)
                .distinct()
                .toList();
        boolean elsewhere =
                sighting.places().stream().anyMatch(place -> place.isCity() && !named.contains(place.region()));
        return named.size() == 1 && !elsewhere ? named.getFirst() : null;
    }

    /** A country's name stands above cities; else the larger place does, and far more so where its country is named. */
    private double standing(Sighting sighting, Place place) {
        double share = support.getOrDefault(String.valueOf(place.region()), 0) / Math.max(1.0, allSupport);
        if (!place.isCity() && !isCityToo(sighting, place)) {
            return COUNTRY * (1 + share);
        }
        int people = sighting.places().stream()
                .filter(same -> Objects.equals(same.region(), place.region()))
                .mapToInt(Place::people)
                .max()
                .orElse(0);
        boolean local = share > 0 && LOCAL.contains(sighting.after());
        return (place.isCity() ? local ? COUNTRY : 1 : WELL_KNOWN) * (people + 1.0) * (1 + SUPPORT * share);
    }

    /** Whether the gazetteer has it as a city, too. */
    private static boolean isCityToo(Sighting sighting, Place named) {
        return sighting.places().stream()
                .anyMatch(place -> place.isCity() && Objects.equals(place.region(), named.region()));
    }

    private boolean accepted(Sighting sighting, Place best) {
        if (!best.isCity() || support.containsKey(String.valueOf(best.region()))) {
            return !best.isCity() || !runsOn(sighting) || standsLikeAPlace(sighting);
        }
        return best.people() >= LARGE && !runsOn(sighting)
                || best.people() >= STANDS_LIKE_A_PLACE && standsLikeAPlace(sighting);
    }

    /** Whether a capitalised word goes on with it: it is part of some longer name. */
    private static boolean runsOn(Sighting sighting) {
        return startsUpper(sighting.after())
                || startsUpper(sighting.before()) && sighting.before().length() > 1;
    }

    private static boolean standsLikeAPlace(Sighting sighting) {
        return AFTER_PLACES.contains(sighting.after())
                || sighting.isDateline()
                || BEFORE_PLACES.contains(sighting.before()) && !startsUpper(sighting.after());
    }

    private @Nullable String qualified(Sighting sighting) {
        String next = sighting.afterComma();
        if (next.isEmpty()) {
            return null;
        }
        if (gazetteer.isStateCode(next)) {
            return STATES;
        }
        Sighting following = following(sighting);
        if (following == null || following.isCity()) {
            return null;
        }
        return following.places().stream()
                .map(Place::region)
                .filter(region -> sighting.places().stream().anyMatch(place -> Objects.equals(place.region(), region)))
                .findFirst()
                .orElse(null);
    }

    private boolean isPerson(Sighting sighting) {
        if (sighting.end() - sighting.first() > 1) {
            return false;
        }
        String before = sighting.before();
        if (startsUpper(before) && (gazetteer.isGivenName(before) || gazetteer.isTitle(before))) {
            return true;
        }
        String after = sighting.after();
        return gazetteer.isGivenName(sighting.text())
                && startsUpper(after)
                && !AFTER_PLACES.contains(after)
                && (following(sighting) == null || isOnlyCity(following(sighting)));
    }

    private static boolean isOnlyCity(@Nullable Sighting sighting) {
        return sighting != null && sighting.isCity();
    }

    /** The sighting that begins with the next word. */
    private @Nullable Sighting following(Sighting sighting) {
        return byPlace.get(new Start(sighting.field().name(), sighting.end()));
    }

    private record Start(String field, int word) {}

    private static boolean startsUpper(String word) {
        return !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
    }
}
