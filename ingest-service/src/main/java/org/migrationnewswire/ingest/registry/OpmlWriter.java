// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.registry;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.migrationnewswire.contracts.Feed;

/** Writes feeds as an OPML 2.0 list; a feed's labels are the folders that it stands in, one in the other. */
public final class OpmlWriter {
    private OpmlWriter() {}

    /** The list, in UTF-8. */
    public static String write(List<Feed> feeds) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("opml");
            xml.writeAttribute("version", "2.0");
            xml.writeStartElement("head");
            xml.writeStartElement("title");
            xml.writeCharacters("Migration Newswire");
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("body");
            folder(xml, Folder.of(feeds));
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a list in memory can always be written", e);
        }
        return out.toString();
    }

    private record Folder(Map<String, Folder> folders, List<Feed> feeds) {
        static Folder of(List<Feed> feeds) {
            Folder root = new Folder(new TreeMap<>(), new ArrayList<>());
            for (Feed feed : feeds) {
                Folder folder = root;
                for (String label : feed.labels()) {
                    folder = folder.folders()
                            .computeIfAbsent(label, l -> new Folder(new TreeMap<>(), new ArrayList<>()));
                }
                folder.feeds().add(feed);
            }
            return root;
        }
    }

    private static void folder(XMLStreamWriter xml, Folder folder) throws XMLStreamException {
        for (Map.Entry<String, Folder> child : folder.folders().entrySet()) {
            xml.writeStartElement("outline");
            xml.writeAttribute("text", child.getKey());
            folder(xml, child.getValue());
            xml.writeEndElement();
        }
        for (Feed feed : folder.feeds()) {
            xml.writeEmptyElement("outline");
            xml.writeAttribute("type", "rss");
            xml.writeAttribute("text", feed.title() == null ? feed.url() : feed.title());
            xml.writeAttribute("xmlUrl", feed.url());
        }
    }
}
