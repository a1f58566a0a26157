// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What the elements of a document mean, whatever prefixes it gives them: names of its own format without one, those of
 * known extensions with their usual one.
 */
final class Dialect {
    private static final Map<String, String> NAMESPACES = Map.ofEntries(
            Map.entry("http://www.w3.org/2005/atom", "atom"),
            Map.entry("http://purl.org/atom/ns#", "atom"),
            Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
            Map.entry("http://purl.org/dc/elements/1.0/", "dc"),
            Map.entry("http://purl.org/dc/terms/", "dcterms"),
            Map.entry("http://purl.org/rss/1.0/modules/content/", "content"),
            Map.entry("http://search.yahoo.com/mrss/", "media"),
            Map.entry("http://search.yahoo.com/mrss", "media"),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml"),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
            Map.entry("http://purl.org/rss/1.0/", ""),
            Map.entry("http://my.netscape.com/rdf/simple/0.9/", ""),
            Map.entry("http://channel.netscape.com/rdf/simple/0.9/", ""));
    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel");

    private final Map<String, String> prefixes = new HashMap<>();
    private final @Nullable Element root;
    private final boolean atom;

    private Dialect(@Nullable Element root) {
        this.root = root;
        this.atom = root != null && local(root).equals("feed");
    }

    static Dialect of(Document document) {
        Element root = document.getAllElements().stream()
                .filter(e -> ROOTS.contains(local(e)))
                .findFirst()
                .orElse(null);
        Dialect dialect = new Dialect(root);
        document.getAllElements().stream().limit(200).forEach(dialect::declare);
        return dialect;
    }

    private void declare(Element element) {
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith("xmlns:")) {
                String known = NAMESPACES.get(attribute.getValue().strip().toLowerCase(Locale.ROOT));
                String uri = attribute.getValue().toLowerCase(Locale.ROOT);
                String usual = known == null && uri.contains("userland.com/rss") ? "" : known;
                if (usual != null) {
                    prefixes.put(name.substring("xmlns:".length()), usual);
                }
            }
        }
    }

    /** The element that holds the feed; null when there is none. */
    @Nullable
    Element root() {
        return root;
    }

    String format() {
        if (atom) {
            return "atom";
        }
        return root != null && local(root).equals("rdf") ? "rss_1.0" : "rss";
    }

    /** Whether the element is an entry; one within another is one whose forerunner was never closed. */
    boolean isEntry(Element element) {
        String name = name(element);
        return name.equals("item") || name.equals("entry");
    }

    /** The element's name, with the usual prefix of its namespace. */
    String name(Element element) {
        String tag = element.tagName();
        int colon = tag.indexOf(':');
        if (colon < 0) {
            return tag;
        }
        String prefix = tag.substring(0, colon).toLowerCase(Locale.ROOT);
        String usual = prefixes.getOrDefault(prefix, prefix.equals("rss") ? "" : prefix);
        boolean own = usual.isEmpty() || (atom && usual.equals("atom"));
        return own ? tag.substring(colon + 1) : usual + ":" + tag.substring(colon + 1);
    }

    /** Children of one of those names, in any case, in the order of the names. */
    List<Element> children(Element owner, String... names) {
        return Arrays.stream(names)
                .flatMap(name ->
                        owner.children().stream().filter(child -> name(child).equalsIgnoreCase(name)))
                .toList();
    }

    @Nullable
    Element first(Element owner, String... names) {
        List<Element> found = children(owner, names);
        return found.isEmpty() ? null : found.get(0);
    }

    /** The first text that is not empty among the children of those names. */
    @Nullable
    String text(Element owner, String... names) {
        return children(owner, names).stream()
                .map(child -> child.wholeText().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static String local(Element element) {
        String tag = element.tagName().toLowerCase(Locale.ROOT);
        return tag.substring(tag.indexOf(':') + 1);
    }
}
