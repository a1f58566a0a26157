// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.taxonomy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.migrationnewswire.contracts.Ids;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.contracts.Taxonomy.Kind;
import org.migrationnewswire.contracts.Taxonomy.NotPlace;

/** Reads a taxonomy from its YAML files, the service's own or those of a folder. */
public final class TaxonomyFiles {
    private static final Set<String> KIND_FIELDS = Set.of("id", "label", "titlePrefixes", "triggers");
    private static final Set<String> NOT_PLACE_FIELDS = Set.of("phrase", "tags");

    private final Opener opener;

    private TaxonomyFiles(Opener opener) {
        this.opener = opener;
    }

    /** Where a file is found. */
    private interface Opener {
        InputStream open(String name) throws IOException;
    }

    /**
     * The taxonomy that comes with the service.
     *
     * @throws TaxonomyException when it holds a mistake
     */
    public static Taxonomy own() {
        return new TaxonomyFiles(name -> {
                    InputStream in = TaxonomyFiles.class.getResourceAsStream("/taxonomy/" + name);
                    if (in == null) {
                        throw new TaxonomyException(name + ": the file is missing");
                    }
                    return in;
                })
                .read();
    }

    /**
     * The taxonomy of a folder that holds the same files.
     *
     * @throws TaxonomyException when one is missing or holds a mistake
     */
    public static Taxonomy in(Path folder) {
        return new TaxonomyFiles(name -> {
                    if (!Files.isReadable(folder.resolve(name))) {
                        throw new TaxonomyException(folder.resolve(name) + ": the file is missing or may not be read");
                    }
                    return Files.newInputStream(folder.resolve(name));
                })
                .read();
    }

    private Taxonomy read() {
        YamlValue head = open("taxonomy.yaml");
        String version =
                head.required(head.fields(Set.of("version")), "version").text();
        List<Taxonomy.Region> regions = RegionsReader.read(open("regions.yaml"), open("regions-names.yaml"));
        List<Taxonomy.Theme> themes =
                ThemesReader.read(open("themes.yaml"), language -> open("themes-" + language + ".yaml"));
        Set<String> themeIds = new HashSet<>();
        themes.forEach(theme -> themeIds.add(theme.id()));
        List<Kind> kinds =
                open("kinds.yaml").list().stream().map(TaxonomyFiles::kind).toList();
        List<NotPlace> notPlaces = open("not-places.yaml").list().stream()
                .map(value -> notPlace(value, themeIds))
                .toList();
        String digest = digest(regions, themes, kinds, notPlaces);
        return new Taxonomy(version, digest, regions, themes, kinds, notPlaces);
    }

    private YamlValue open(String name) {
        try (Reader reader = new InputStreamReader(opener.open(name), UTF_8)) {
            return YamlValue.read(name, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kind kind(YamlValue value) {
        Map<String, YamlValue> fields = value.fields(KIND_FIELDS);
        return new Kind(
                value.required(fields, "id").text(),
                value.required(fields, "label").text(),
                YamlValue.texts(fields.get("titlePrefixes")),
                YamlValue.texts(fields.get("triggers")));
    }

    private static NotPlace notPlace(YamlValue value, Set<String> themes) {
        Map<String, YamlValue> fields = value.fields(NOT_PLACE_FIELDS);
        YamlValue tags = fields.get("tags");
        if (tags != null && !themes.contains(tags.text())) {
            throw tags.error("there is no theme '" + tags.text() + "'");
        }
        return new NotPlace(value.required(fields, "phrase").text(), tags == null ? null : tags.text());
    }

    /** Of the content alone, with maps in the order of their keys: the same for the same words. */
    private static String digest(Object... parts) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i++) {
            content.put(Integer.toString(i), parts[i]);
        }
        try {
            return Ids.hash(Json.mapper()
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .writeValueAsString(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a taxonomy that is no JSON", e);
        }
    }
}
