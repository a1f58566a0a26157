// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A list of feeds (OPML 2.0, opml.org/spec2.opml): outlines with {@code xmlUrl}, nested in folders that label them. */
final class Opml {
    private static final int MAX_DEPTH = 50;

    private Opml() {}

    /**
     * What a list holds.
     *
     * @param feeds in the list's order
     * @param warnings sentences about outlines that were passed over
     */
    record Outlines(List<FeedSource> feeds, List<String> warnings) {}

    static Outlines read(Path file) throws WrongArgument {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        } catch (IOException e) {
            throw new WrongArgument("The list of feeds " + file + " can't be read: " + e.getMessage() + ".");
        }
    }

    static Outlines read(InputStream in, String file) throws WrongArgument {
        List<FeedSource> feeds = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(in);
            Deque<String> folders = new ArrayDeque<>();
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("outline")) {
                    outline(xml, folders, feeds, warnings);
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("outline")) {
                    folders.removeLast();
                }
            }
        } catch (XMLStreamException e) {
            throw new WrongArgument("The list of feeds " + file + " is broken in line "
                    + e.getLocation().getLineNumber() + ", column "
                    + e.getLocation().getColumnNumber() + ": export it again or mend it there.");
        }
        if (feeds.isEmpty()) {
            throw new WrongArgument(
                    "The list of feeds " + file + " has no outline with an xmlUrl that can be fetched.");
        }
        return new Outlines(feeds, warnings);
    }

    private static void outline(
            XMLStreamReader xml, Deque<String> folders, List<FeedSource> feeds, List<String> warnings)
            throws XMLStreamException {
        String name = attribute(xml, "title") == null ? attribute(xml, "text") : attribute(xml, "title");
        String url = attribute(xml, "xmlUrl");
        if (url != null && isAddress(url)) {
            feeds.add(new FeedSource(
                    url,
                    name,
                    folders.stream().filter(f -> !f.isEmpty()).distinct().toList()));
        } else if (url != null) {
            warnings.add("line " + xml.getLocation().getLineNumber() + ": '" + url + "' is no address of a feed");
        }
        folders.addLast(url == null && name != null ? name : "");
        if (folders.size() > MAX_DEPTH) {
            throw new XMLStreamException("outlines are nested more than " + MAX_DEPTH + " deep", xml.getLocation());
        }
    }

    private static boolean isAddress(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null
                    && (uri.getScheme().equalsIgnoreCase("http")
                            || uri.getScheme().equalsIgnoreCase("https"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Attribute names are written in any case out there. */
    private static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                String value = xml.getAttributeValue(i).strip();
                return value.isEmpty() ? null : value;
            }
        }
        return null;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
