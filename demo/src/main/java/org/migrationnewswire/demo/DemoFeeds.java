// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.migrationnewswire.demo.DemoFeed.Template;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The demo feeds, read from {@code stories.yaml}. */
final class DemoFeeds {
    private static final String PLACE = "{place}";

    private DemoFeeds() {}

    static List<DemoFeed> read() {
        try (InputStream in = DemoFeeds.class.getResourceAsStream("/demo/stories.yaml")) {
            if (in == null) {
                throw new IllegalStateException("stories.yaml is not in the jar");
            }
            try (Reader reader = new InputStreamReader(in, UTF_8)) {
                List<Map<String, Object>> feeds = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
                return feeds.stream().map(DemoFeeds::feed).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DemoFeed feed(Map<String, Object> feed) {
        List<?> places = (List<?>) feed.getOrDefault("places", List.of());
        List<Template> templates = new ArrayList<>();
        for (Object story : (List<?>) feed.getOrDefault("stories", List.of())) {
            Map<?, ?> fields = (Map<?, ?>) story;
            String title = String.valueOf(fields.get("title"));
            String text = String.valueOf(fields.get("text"));
            if (title.contains(PLACE)) {
                places.forEach(place -> templates.add(
                        new Template(title.replace(PLACE, place.toString()), text.replace(PLACE, place.toString()))));
            } else {
                templates.add(new Template(title, text));
            }
        }
        return new DemoFeed(
                text(feed, "file"),
                text(feed, "format"),
                text(feed, "title"),
                text(feed, "language"),
                Boolean.TRUE.equals(feed.get("edits")),
                Boolean.TRUE.equals(feed.get("withdraws")),
                templates);
    }

    private static String text(Map<String, Object> feed, String field) {
        return String.valueOf(feed.get(field));
    }
}
