// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.forms;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndCategoryImpl;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Verifier;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.contracts.TaggedItem;

/** RSS 2.0 and Atom 1.0, by ROME. An entry's id is {@code urn:newswire:item:} and the item's own, for good. */
public final class SyndicationWriter {
    private static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");
    private static final String PUBLISHER = "Migration Newswire";

    private final boolean atom;

    private SyndicationWriter(boolean atom) {
        this.atom = atom;
    }

    /** A writer of RSS 2.0. */
    public static SyndicationWriter rss() {
        return new SyndicationWriter(false);
    }

    /** A writer of Atom 1.0 (RFC 4287). */
    public static SyndicationWriter atom() {
        return new SyndicationWriter(true);
    }

    /** The document. */
    public String write(Channel channel) {
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType(atom ? "atom_1.0" : "rss_2.0");
        feed.setEncoding("UTF-8");
        feed.setTitle(clean(channel.title()));
        feed.setDescription("Items on migration policy with the regions and themes that they speak of.");
        feed.setUri(channel.self());
        feed.setPublishedDate(Date.from(channel.updated()));
        feed.setGenerator(PUBLISHER);
        links(feed, channel);
        feed.setEntries(channel.items().stream().map(this::entry).toList());
        try {
            return new SyndFeedOutput().outputString(feed, false);
        } catch (FeedException e) {
            throw new IllegalStateException("ROME can't write the feed: " + e.getMessage(), e);
        }
    }

    private void links(SyndFeed feed, Channel channel) {
        if (atom) {
            List<SyndLink> links = new ArrayList<>();
            links.add(link("alternate", channel.home()));
            links.add(link("self", channel.self()));
            if (channel.next() != null) {
                links.add(link("next", channel.next()));
            }
            feed.setLinks(links);
            feed.setAuthor(PUBLISHER);
            return;
        }
        feed.setLink(channel.home());
        feed.getForeignMarkup().add(element("self", channel.self()));
        if (channel.next() != null) {
            feed.getForeignMarkup().add(element("next", channel.next()));
        }
    }

    private static SyndLink link(String rel, String href) {
        SyndLink link = new SyndLinkImpl();
        link.setRel(rel);
        link.setHref(href);
        return link;
    }

    private static Element element(String rel, String href) {
        return new Element("link", ATOM)
                .setAttribute("href", href)
                .setAttribute("rel", rel)
                .setAttribute("type", "application/rss+xml");
    }

    private SyndEntry entry(TaggedItem tagged) {
        Item item = tagged.item();
        SyndEntry entry = new SyndEntryImpl();
        entry.setUri("urn:newswire:item:" + item.id());
        entry.setTitle(clean(item.title().isBlank() ? "Untitled" : item.title()));
        if (item.link() != null) {
            entry.setLink(clean(item.link()));
        }
        entry.setPublishedDate(Date.from(item.sortDate()));
        entry.setUpdatedDate(Date.from(Channel.updated(tagged)));
        String text = item.summary() == null ? item.contentText() : item.summary();
        if (text != null) {
            entry.setDescription(content(text));
        }
        if (item.contentHtml() != null) {
            entry.setContents(List.of(html(item.contentHtml())));
        }
        entry.setCategories(categories(tagged));
        entry.setSource(source(item));
        if (atom && !item.authors().isEmpty()) {
            entry.setAuthor(clean(item.authors().stream().map(Item.Author::name).collect(Collectors.joining(", "))));
        }
        return entry;
    }

    /** Plain text; in RSS a description is HTML to its readers, so it is written as such. */
    private SyndContent content(String text) {
        SyndContent content = new SyndContentImpl();
        content.setType(atom ? "text" : "text/html");
        content.setValue(atom ? clean(text) : escaped(clean(text)));
        return content;
    }

    private static SyndContent html(String html) {
        SyndContent content = new SyndContentImpl();
        content.setType("html");
        content.setValue(clean(html));
        return content;
    }

    private static List<SyndCategory> categories(TaggedItem tagged) {
        Stream<SyndCategory> regions = tagged.tags().regions().stream().map(tag -> category("region", tag));
        Stream<SyndCategory> themes = tagged.tags().themes().stream().map(tag -> category("theme", tag));
        return Stream.concat(regions, themes).toList();
    }

    private static SyndCategory category(String dimension, Tag tag) {
        SyndCategory category = new SyndCategoryImpl();
        category.setName(clean(tag.label()));
        category.setTaxonomyUri("urn:newswire:" + dimension);
        return category;
    }

    private static SyndFeed source(Item item) {
        SyndFeed source = new SyndFeedImpl();
        source.setFeedType("atom_1.0");
        source.setTitle(clean(item.feed().title()));
        source.setUri("urn:newswire:feed:" + item.feedId());
        if (item.feed().link() != null) {
            source.setLink(clean(item.feed().link()));
            source.setUri(clean(item.feed().link()));
        }
        source.setPublishedDate(Date.from(item.sortDate()));
        return source;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Without what XML 1.0 can't hold: control characters and halves of characters. */
    private static String clean(@Nullable String text) {
        if (text == null) {
            return "";
        }
        StringBuilder clean = new StringBuilder();
        text.codePoints().filter(Verifier::isXMLCharacter).forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
