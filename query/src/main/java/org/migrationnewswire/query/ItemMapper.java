// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.query;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.contracts.Tags;

/** From a tagged item to the document that filters are asked of. */
public final class ItemMapper {
    private ItemMapper() {}

    /** The document; nothing in it is stored. */
    public static Document document(TaggedItem tagged, Vocabulary vocabulary) {
        Item item = tagged.item();
        Document document = new Document();
        document.add(new StringField(Fields.ID, item.id(), Field.Store.NO));
        document.add(new SortedDocValuesField(Fields.ID, new BytesRef(item.id())));
        document.add(new LongPoint(Fields.SORT_DATE, item.sortDate().toEpochMilli()));
        document.add(new NumericDocValuesField(Fields.SORT_DATE, item.sortDate().toEpochMilli()));
        Analyzer language = Stems.of(tagged.tags().language());
        text(document, Fields.TITLE, item.title(), language);
        text(document, Fields.SUMMARY, item.summary(), language);
        text(document, Fields.TEXT, item.contentText(), language);
        document.add(new SortedSetDocValuesField(
                Fields.COVERAGE, new BytesRef(coverage(tagged.tags().coverage()))));
        exact(document, Dimension.FEED, item.feedId());
        exact(document, Dimension.LANGUAGE, tagged.tags().language());
        if (tagged.tags().kind() != null) {
            exact(document, Dimension.KIND, tagged.tags().kind());
        }
        LocalDate day = LocalDate.ofInstant(item.sortDate(), ZoneOffset.UTC);
        Set<String> rolledUp = Set.copyOf(tagged.tags().regionRollup());
        for (Tag tag : tagged.tags().regions()) {
            Set<String> containers = new HashSet<>(vocabulary.containers(tag.id(), day));
            containers.retainAll(rolledUp);
            tag(document, Dimension.REGION, tag, containers);
        }
        rolledUp.forEach(id -> document.add(new StringField(Fields.of(Dimension.REGION), id, Field.Store.NO)));
        tagged.tags().themes().forEach(tag -> tag(document, Dimension.THEME, tag, Set.of()));
        return document;
    }

    private static void text(Document document, String field, @Nullable String text, @Nullable Analyzer language) {
        if (text != null && !text.isEmpty()) {
            document.add(new TextField(field, text, Field.Store.NO));
            if (language != null) {
                document.add(new StemmedField(Fields.stemmed(field), text, language));
            }
        }
    }

    private static String coverage(Tags.Coverage coverage) {
        return coverage == Tags.Coverage.REGIONS ? "regions" : "regions+themes";
    }

    private static void exact(Document document, Dimension dimension, String id) {
        document.add(new StringField(Fields.of(dimension), id, Field.Store.NO));
        document.add(new SortedSetDocValuesField(Fields.counted(dimension), new BytesRef(id)));
    }

    /** A tag, and what it says of the regions that contain it: an item about Jamaica is about the Caribbean. */
    private static void tag(Document document, Dimension dimension, Tag tag, Set<String> containers) {
        exact(document, dimension, tag.id());
        Set<String> ids = new HashSet<>(containers);
        ids.addAll(List.of(tag.id()));
        for (String id : ids) {
            if (tag.primary()) {
                document.add(new StringField(Fields.primary(dimension), id, Field.Store.NO));
            }
            for (int tenths = 1; tenths <= (int) (tag.score() * 10 + 1e-9); tenths++) {
                document.add(new StringField(Fields.min(dimension), Fields.minTerm(id, tenths), Field.Store.NO));
            }
        }
    }
}
