// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Item;

/** From ROME's feed to ours. */
final class SyndMapper {
    private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";

    private SyndMapper() {}

    static ParsedFeed feed(SyndFeed feed, String base, @Nullable String atomLanguage, ParsedFeed.About about) {
        String site = Links.absolute(feed.getLink(), base);
        String own = xmlBase(feed, base);
        String entryBase = own.equals(base) && site != null && site.startsWith("http") ? site : own;
        String format = String.valueOf(feed.getFeedType());
        boolean rdf = format.equals("rss_1.0") || format.equals("rss_0.9");
        return new ParsedFeed(
                format,
                plain(feed.getTitle()),
                site,
                feed.getLanguage() == null ? atomLanguage : blankToNull(feed.getLanguage()),
                feed.getEntries().stream().map(e -> entry(e, entryBase, rdf)).toList(),
                withdrawn(feed),
                about);
    }

    private static String xmlBase(SyndFeed feed, String base) {
        String given =
                feed.originalWireFeed() instanceof com.rometools.rome.feed.atom.Feed atom ? atom.getXmlBase() : null;
        String absolute = Links.absolute(given, base);
        return absolute == null ? base : absolute;
    }

    /** Tombstones of Atom: {@code at:deleted-entry} with the entry's id as {@code ref} (RFC 6721). */
    private static List<String> withdrawn(SyndFeed feed) {
        if (!(feed.originalWireFeed() instanceof com.rometools.rome.feed.atom.Feed atom)) {
            return List.of();
        }
        return atom.getForeignMarkup().stream()
                .filter(element -> element.getName().equals("deleted-entry")
                        && element.getNamespaceURI().equals(TOMBSTONES))
                .map(element -> element.getAttributeValue("ref"))
                .filter(ref -> ref != null && !ref.isBlank())
                .map(String::strip)
                .distinct()
                .toList();
    }

    private static ParsedEntry entry(SyndEntry entry, String base, boolean rdf) {
        Extensions extensions = Extensions.of(entry);
        String own = extensions.base(base);
        String link = unwrapped(Links.absolute(extensions.link(link(entry)), own));
        Body body = Body.of(
                html(entry.getDescription(), entry),
                content(entry),
                own.equals(base) && link != null && link.startsWith("http") ? link : own);
        String title = title(entry);
        return new ParsedEntry(
                guid(entry, rdf),
                title == null ? "" : title,
                link,
                body.summary(),
                body.html(),
                body.text(),
                extensions.published(instant(entry.getPublishedDate())),
                extensions.updated(instant(entry.getUpdatedDate())),
                extensions.authors(authors(entry)),
                categories(entry),
                extensions.enclosures(enclosures(entry, own), own),
                extensions.language(language(entry)));
    }

    /** The publisher's own id. ROME's {@code getUri} won't do: it falls back to the link, but in RDF. */
    private static @Nullable String guid(SyndEntry entry, boolean rdf) {
        Object wire = entry.getWireEntry();
        if (wire instanceof com.rometools.rome.feed.rss.Item item) {
            String resource = rdf ? blankToNull(item.getUri()) : null;
            Guid guid = item.getGuid();
            return guid == null ? resource : blankToNull(guid.getValue());
        }
        if (wire instanceof com.rometools.rome.feed.atom.Entry atom) {
            return blankToNull(atom.getId());
        }
        return blankToNull(entry.getUri());
    }

    /** ROME takes any guid for a link where there is none; only an address is one (RSS 2.0, guid). */
    private static @Nullable String link(SyndEntry entry) {
        boolean taken = entry.getWireEntry() instanceof com.rometools.rome.feed.rss.Item item && item.getLink() == null;
        String link = entry.getLink();
        return taken && link != null && !link.startsWith("http") ? null : link;
    }

    private static @Nullable String content(SyndEntry entry) {
        return entry.getContents().stream()
                .map(content -> html(content, entry))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** In Atom, text is text (RFC 4287, section 3.1.1); what looks like mark-up in it is, as many publishers err. */
    private static @Nullable String html(@Nullable SyndContent content, SyndEntry entry) {
        String value = content == null ? null : content.getValue();
        boolean text = content != null && isText(content.getType()) && isAtom(entry);
        return value != null && text && !Html.looksLikeMarkup(value) ? Html.escaped(value) : value;
    }

    private static @Nullable String title(SyndEntry entry) {
        SyndContent title = entry.getTitleEx();
        String html = title == null ? entry.getTitle() : html(title, entry);
        return plain(html);
    }

    private static boolean isText(@Nullable String type) {
        return type == null || type.equals("text") || type.equals("text/plain");
    }

    private static boolean isAtom(SyndEntry entry) {
        return entry.getWireEntry() instanceof com.rometools.rome.feed.atom.Entry;
    }

    private static @Nullable String unwrapped(@Nullable String link) {
        return link == null ? null : Redirectors.unwrapped(link);
    }

    private static List<Item.Author> authors(SyndEntry entry) {
        List<Item.Author> authors = new ArrayList<>();
        for (SyndPerson person : entry.getAuthors()) {
            Item.Author author = Person.of(person.getName() == null ? person.getEmail() : person.getName());
            if (author != null) {
                String email = blankToNull(person.getEmail());
                authors.add(new Item.Author(
                        author.name(), email == null ? author.email() : email, blankToNull(person.getUri())));
            }
        }
        Item.Author single = authors.isEmpty() ? Person.of(entry.getAuthor()) : null;
        if (single != null) {
            authors.add(single);
        }
        return authors;
    }

    private static List<String> categories(SyndEntry entry) {
        return entry.getCategories().stream()
                .map(SyndCategory::getName)
                .flatMap(name -> Stream.ofNullable(plain(name)))
                .distinct()
                .toList();
    }

    private static List<Item.Enclosure> enclosures(SyndEntry entry, String base) {
        List<Item.Enclosure> enclosures = new ArrayList<>();
        for (SyndEnclosure enclosure : entry.getEnclosures()) {
            String url = Links.absolute(enclosure.getUrl(), base);
            if (url != null) {
                enclosures.add(new Item.Enclosure(
                        url,
                        blankToNull(enclosure.getType()),
                        enclosure.getLength() > 0 ? enclosure.getLength() : null));
            }
        }
        return enclosures;
    }

    private static @Nullable String language(SyndEntry entry) {
        return entry.getModule(DCModule.URI) instanceof DCModule dc ? blankToNull(dc.getLanguage()) : null;
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static @Nullable String plain(@Nullable String text) {
        return text == null ? null : blankToNull(Html.plain(text));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
