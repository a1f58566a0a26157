// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Item;

/**
 * Reads what ROME refuses: documents that are no well-formed XML, or no feed by the letter, and yet say plainly what
 * their entries are. It goes by the names of elements, wherever they stand; a part that it can't read is left out.
 */
final class LenientFeedReader {
    private static final int MOST_ENTRIES = 10_000;
    private static final String LANGUAGE = "xml:lang";

    private final Dialect words;
    private final Document document;
    private final String base;

    private LenientFeedReader(Document document, String base) {
        this.document = document;
        this.base = base;
        this.words = Dialect.of(document);
    }

    /** The feed; null when the document is none. */
    static @Nullable ParsedFeed read(String text, String base) {
        return new LenientFeedReader(Jsoup.parse(text, base, Parser.xmlParser()), base).feed(text);
    }

    private @Nullable ParsedFeed feed(String text) {
        Element root = words.root();
        if (root == null) {
            return null;
        }
        Element about = Objects.requireNonNullElse(words.first(root, "channel"), root);
        String site = link(about, base(root, base));
        String entryBase = base(root, site == null ? base : site);
        List<ParsedEntry> entries = new ArrayList<>();
        for (Element element : document.getAllElements()) {
            if (words.isEntry(element) && entries.size() < MOST_ENTRIES) {
                entries.add(entry(element, entryBase));
            }
        }
        if (isCut(text) && !entries.isEmpty()) {
            entries.removeLast(); // half an entry would be an edit of it later
        }
        return new ParsedFeed(
                words.format(),
                plain(about, "title", "dc:title"),
                site,
                language(about, root),
                entries,
                List.of(),
                Preamble.of(text, base));
    }

    /** Whether the document ends in the middle of something. */
    static boolean isCut(String text) {
        return !text.substring(text.lastIndexOf('>') + 1).isBlank()
                && !text.stripTrailing().matches("(?s).*</[a-zA-Z:]{3,10}");
    }

    private ParsedEntry entry(Element entry, String feedBase) {
        String link = link(entry, base(entry, feedBase));
        Body body = Body.of(
                html(entry, "description", "summary", "itunes:summary", "dc:description", "media:description"),
                html(entry, "content:encoded", "content", "body", "xhtml:body", "fullitem"),
                base(entry, link == null ? feedBase : link));
        String title = plain(entry, "title", "dc:title", "media:title");
        return new ParsedEntry(
                id(entry),
                title == null ? "" : title,
                link,
                body.summary(),
                body.html(),
                body.text(),
                Dates.parse(words.text(
                        entry,
                        "pubDate",
                        "published",
                        "issued",
                        "dc:date",
                        "dcterms:issued",
                        "created",
                        "dcterms:created")),
                Dates.parse(words.text(entry, "updated", "atom:updated", "modified", "dcterms:modified")),
                authors(entry),
                categories(entry),
                enclosures(entry, feedBase),
                language(entry, entry));
    }

    private @Nullable String id(Element entry) {
        String id = words.text(entry, "guid", "id", "atom:id");
        String about = entry.attr("rdf:about").strip();
        return id != null || about.isEmpty() ? id : about;
    }

    private @Nullable String link(Element owner, String against) {
        String text = null;
        for (Element link : words.children(owner, "link", "atom:link")) {
            String relation = link.attr("rel").strip();
            String href = link.attr("href").strip();
            String target = href.isEmpty() ? link.text().strip() : href;
            if ((relation.isEmpty() || relation.equals("alternate")) && !target.isEmpty() && text == null) {
                text = target;
            }
        }
        if (text == null) {
            Element guid = words.first(owner, "guid");
            if (guid != null
                    && !guid.attr("isPermaLink").equals("false")
                    && guid.text().strip().startsWith("http")) {
                text = guid.text().strip();
            }
        }
        String absolute = Links.absolute(text, against);
        return absolute == null ? null : Redirectors.unwrapped(absolute);
    }

    private List<Item.Author> authors(Element entry) {
        List<Item.Author> authors = new ArrayList<>();
        for (Element author :
                words.children(entry, "author", "atom:author", "dc:creator", "dc:author", "itunes:author")) {
            Element name = words.first(author, "name", "atom:name");
            Item.Author person = Person.of(name == null ? author.text() : name.text());
            if (person != null && authors.stream().noneMatch(a -> a.name().equals(person.name()))) {
                String email = words.text(author, "email", "atom:email");
                authors.add(new Item.Author(
                        person.name(),
                        email == null ? person.email() : email,
                        words.text(author, "uri", "url", "homepage", "atom:uri")));
            }
        }
        return authors;
    }

    private List<String> categories(Element entry) {
        return words.children(entry, "category", "dc:subject").stream()
                .map(c -> Stream.of(c.attr("label"), c.attr("term"), c.text())
                        .map(Html::plain)
                        .filter(text -> !text.isEmpty())
                        .findFirst())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private List<Item.Enclosure> enclosures(Element entry, String against) {
        List<Item.Enclosure> enclosures = new ArrayList<>();
        for (Element file : words.children(entry, "enclosure", "media:content", "link", "atom:link")) {
            boolean link = words.name(file).endsWith("link");
            String url = Links.absolute(file.attr(link ? "href" : "url"), against);
            if (url != null && (!link || file.attr("rel").equals("enclosure"))) {
                String type = file.attr("type").strip();
                String length = file.attr("length").strip();
                enclosures.add(new Item.Enclosure(
                        url,
                        type.isEmpty() ? null : type,
                        length.matches("[1-9]\\d{0,17}") ? Long.valueOf(length) : null));
            }
        }
        return enclosures;
    }

    private @Nullable String language(Element owner, Element root) {
        String said = words.text(owner, "language", "dc:language");
        String attribute = root.attr(LANGUAGE).strip();
        return said != null || attribute.isEmpty() ? said : attribute;
    }

    private @Nullable String plain(Element owner, String... names) {
        String html = html(owner, names);
        String plain = html == null ? "" : Html.plain(html);
        return plain.isEmpty() ? null : plain;
    }

    private @Nullable String html(Element owner, String... names) {
        for (String name : names) {
            Element element = words.first(owner, name);
            if (element != null) {
                String html = element.childrenSize() > 0 ? element.html() : element.wholeText();
                if (!html.isBlank()) {
                    return html;
                }
            }
        }
        return null;
    }

    private static String base(Element element, String otherwise) {
        String own = element.attr("xml:base").strip();
        String absolute = own.isEmpty() ? null : Links.absolute(own, otherwise);
        return absolute == null ? otherwise : absolute;
    }
}
