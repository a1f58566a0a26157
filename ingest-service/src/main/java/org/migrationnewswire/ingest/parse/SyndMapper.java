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

    static ParsedFeed feed(SyndFeed feed, String base, @Nullable String atomLanguage) {
        String site = Links.absolute(feed.getLink(), base);
        String entryBase = site != null && site.startsWith("http") ? site : base;
        String format = String.valueOf(feed.getFeedType());
        boolean rdf = format.equals("rss_1.0") || format.equals("rss_0.9");
        return new ParsedFeed(
                format,
                plain(feed.getTitle()),
                site,
                feed.getLanguage() == null ? atomLanguage : blankToNull(feed.getLanguage()),
                feed.getEntries().stream().map(e -> entry(e, entryBase, rdf)).toList(),
                withdrawn(feed));
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
        String link = Links.absolute(link(entry), base);
        Body body = Body.of(
                entry.getDescription() == null ? null : entry.getDescription().getValue(),
                content(entry),
                link != null && link.startsWith("http") ? link : base);
        String title = plain(entry.getTitle());
        return new ParsedEntry(
                guid(entry, rdf),
                title == null ? "" : title,
                link,
                body.summary(),
                body.html(),
                body.text(),
                instant(entry.getPublishedDate()),
                instant(entry.getUpdatedDate()),
                authors(entry),
                categories(entry),
                enclosures(entry, base),
                language(entry));
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
                .map(SyndContent::getValue)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<Item.Author> authors(SyndEntry entry) {
        List<Item.Author> authors = new ArrayList<>();
        for (SyndPerson person : entry.getAuthors()) {
            String name = plain(person.getName() == null ? person.getEmail() : person.getName());
            if (name != null) {
                authors.add(new Item.Author(name, blankToNull(person.getEmail()), blankToNull(person.getUri())));
            }
        }
        String single = plain(entry.getAuthor());
        if (authors.isEmpty() && single != null) {
            authors.add(new Item.Author(single, null, null));
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
