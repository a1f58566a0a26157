// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.taxonomy;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.Region;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.migrationnewswire.contracts.Taxonomy.Membership;
import org.migrationnewswire.contracts.Taxonomy.Type;

/**
 * Countries (ISO 3166-1 alpha-2 and XK) and areas (UN M49), their names and what contains what, as Unicode CLDR has
 * them in ICU4J.
 */
final class CldrRegions {
    static final List<String> LANGUAGES = List.of(
            "en", "fr", "es", "de", "it", "pt", "ar", "ru", "uk", "tr", "fa", "ps", "ur", "bn", "nl", "sr", "sq", "bs",
            "mk", "el", "hu", "pl", "ro", "bg");
    private static final String WORLD = "001";
    private static final Set<String> GROUPINGS = Set.of("003", "202", "419");
    private static final Set<String> NO_COUNTRIES =
            Set.of("AQ", "BV", "HM", "TF", "GS", "UM", "ZZ", "EU", "EZ", "UN", "QO");

    private CldrRegions() {}

    /**
     * A region as CLDR has it.
     *
     * @param label in English
     * @param names by language
     * @param members what it directly contains
     */
    record Known(String id, Type type, String label, Map<String, List<String>> names, List<Membership> members) {}

    static Map<String, Known> all(Set<String> ambiguous) {
        Map<String, Known> all = new TreeMap<>();
        Set<Region> areas = new LinkedHashSet<>();
        areas.add(Region.getInstance(WORLD));
        areas.addAll(Region.getAvailable(Region.RegionType.CONTINENT));
        areas.addAll(Region.getAvailable(Region.RegionType.SUBCONTINENT));
        GROUPINGS.forEach(id -> areas.add(Region.getInstance(id)));
        areas.forEach(area -> all.put(area.toString(), known(area, Type.AREA, ambiguous)));
        for (Region country : Region.getAvailable(Region.RegionType.TERRITORY)) {
            String id = country.toString();
            if (id.matches("[A-Z]{2}") && !NO_COUNTRIES.contains(id)) {
                all.put(id, known(country, Type.COUNTRY, ambiguous));
            }
        }
        return all;
    }

    private static Known known(Region region, Type type, Set<String> ambiguous) {
        String id = region.toString();
        Map<String, List<String>> names = new TreeMap<>();
        for (String language : LANGUAGES) {
            List<String> inLanguage = names(id, language, ambiguous);
            if (!inLanguage.isEmpty()) {
                names.put(language, inLanguage);
            }
        }
        String label = LocaleDisplayNames.getInstance(ULocale.ENGLISH).regionDisplayName(id);
        return new Known(id, type, label, names, type == Type.AREA ? members(region) : List.of());
    }

    /** The long and the short name: "United Kingdom" and "UK". */
    private static List<String> names(String id, String language, Set<String> ambiguous) {
        Set<String> names = new LinkedHashSet<>();
        ULocale locale = ULocale.forLanguageTag(language);
        for (DisplayContext length : List.of(DisplayContext.LENGTH_FULL, DisplayContext.LENGTH_SHORT)) {
            String name = LocaleDisplayNames.getInstance(locale, length, DisplayContext.NO_SUBSTITUTE)
                    .regionDisplayName(id);
            if (name != null && !name.equals(id) && !ambiguous.contains(name)) {
                names.addAll(variants(name));
            }
        }
        return List.copyOf(names);
    }

    /** CLDR writes "Myanmar (Burma)" and "Hong Kong SAR China": the parts are names of their own. */
    private static List<String> variants(String name) {
        int bracket = name.indexOf(" (");
        String bare = bracket < 0 ? name : name.substring(0, bracket);
        String noSar = bare.replace(" SAR China", "");
        String andToo = noSar.replace(" & ", " and ");
        return andToo.equals(noSar) ? List.of(noSar) : List.of(noSar, andToo);
    }

    private static List<Membership> members(Region area) {
        Set<String> ids = new TreeSet<>();
        for (Region part : area.getContainedRegions()) {
            if (part.getType() == Region.RegionType.TERRITORY && NO_COUNTRIES.contains(part.toString())) {
                continue;
            }
            ids.add(part.toString());
        }
        List<Membership> members = new ArrayList<>();
        ids.forEach(id -> members.add(new Membership(id, null, null)));
        return members;
    }
}
