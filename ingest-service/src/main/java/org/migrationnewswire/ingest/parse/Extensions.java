// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import com.rometools.rome.feed.synd.SyndEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Item;

/**
 * What an entry says in elements that ROME hands on as they are: Dublin Core terms, Atom within RSS, iTunes, Media RSS,
 * {@code xml:base} and {@code xml:lang}. Each only fills in what the format's own elements leave out.
 */
final class Extensions {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String TERMS = "http://purl.org/dc/terms/";
    private static final String ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    private static final String MEDIA = "http://search.yahoo.com/mrss/";

    private final List<Element> foreign;
    private final SyndEntry entry;

    private Extensions(SyndEntry entry) {
        this.entry = entry;
        this.foreign = entry.getForeignMarkup();
    }

    static Extensions of(SyndEntry entry) {
        return new Extensions(entry);
    }

    String base(String otherwise) {
        if (entry.getWireEntry() instanceof com.rometools.rome.feed.atom.Entry atom && atom.getXmlBase() != null) {
            String absolute = Links.absolute(atom.getXmlBase(), otherwise);
            return absolute == null ? otherwise : absolute;
        }
        return otherwise;
    }

    @Nullable
    String link(@Nullable String own) {
        return own != null && !own.isBlank()
                ? own
                : foreign.stream()
                        .filter(e -> is(e, ATOM, "link"))
                        .filter(e -> "alternate".equals(e.getAttributeValue("rel", "alternate")))
                        .map(e -> e.getAttributeValue("href", ""))
                        .filter(href -> !href.isBlank())
                        .findFirst()
                        .orElse(null);
    }

    @Nullable
    Instant published(@Nullable Instant own) {
        return own != null ? own : date(ATOM, "published", TERMS, "issued", TERMS, "created");
    }

    @Nullable
    Instant updated(@Nullable Instant own) {
        return own != null ? own : date(ATOM, "updated", TERMS, "modified");
    }

    List<Item.Author> authors(List<Item.Author> own) {
        if (!own.isEmpty()) {
            return own;
        }
        List<Item.Author> authors = new ArrayList<>();
        for (Element element : foreign) {
            Item.Author author = null;
            if (is(element, ATOM, "author")) {
                author = Person.of(element.getChildText("name", Namespace.getNamespace(ATOM)));
            } else if (is(element, ITUNES, "author")) {
                author = Person.of(element.getText());
            }
            if (author != null) {
                authors.add(author);
            }
        }
        return authors;
    }

    List<Item.Enclosure> enclosures(List<Item.Enclosure> own, String base) {
        List<Item.Enclosure> all = new ArrayList<>(own);
        for (Element element : foreign) {
            String url = is(element, MEDIA, "content") ? Links.absolute(element.getAttributeValue("url"), base) : null;
            if (url != null && all.stream().noneMatch(e -> e.url().equals(url))) {
                all.add(new Item.Enclosure(url, element.getAttributeValue("type"), null));
            }
        }
        return all;
    }

    @Nullable
    String language(@Nullable String own) {
        return own != null
                ? own
                : foreign.stream()
                        .filter(e -> e.getName().equals("language"))
                        .map(e -> e.getText().strip())
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(null);
    }

    private @Nullable Instant date(String... namesWithNamespaces) {
        for (int i = 0; i < namesWithNamespaces.length; i += 2) {
            for (Element element : foreign) {
                if (is(element, namesWithNamespaces[i], namesWithNamespaces[i + 1])) {
                    Instant date = Dates.parse(element.getText());
                    if (date != null) {
                        return date;
                    }
                }
            }
        }
        return null;
    }

    private static boolean is(Element element, String namespace, String name) {
        return element.getName().equals(name) && element.getNamespaceURI().equals(namespace);
    }
}
