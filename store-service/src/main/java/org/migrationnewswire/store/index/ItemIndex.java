// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.migrationnewswire.contracts.Steps;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.query.Fields;
import org.migrationnewswire.query.ItemMapper;
import org.migrationnewswire.query.TextAnalyzer;
import org.migrationnewswire.query.Vocabulary;

/** The index, open for writing by one thread and for searching by all. */
public final class ItemIndex implements AutoCloseable {
    /** The item's JSON, as it stands in the log. */
    public static final String JSON = "json";
    /** The offset of the record that the document was made from. */
    public static final String OFFSET = "offset";

    private static final double RAM_BUFFER_MB = 32;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private IndexPosition position;
    private boolean uncommitted;

    private ItemIndex(Directory directory, IndexWriter writer, SearcherManager searchers, IndexPosition position) {
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
        this.position = position;
    }

    /** What may be done with a searcher while it is held. */
    @FunctionalInterface
    public interface Search<T> {
        /** Asks the searcher. */
        T with(IndexSearcher searcher) throws IOException;
    }

    /**
     * Opens the index of that folder, as far as it has come in that topic.
     *
     * @throws IOException when it is not an index of that topic, or can't be opened
     */
    static ItemIndex open(Path folder, String topicId) throws IOException {
        Directory directory = FSDirectory.open(folder);
        IndexWriter writer = null;
        try {
            IndexPosition position = IndexFolder.position(directory, topicId);
            writer = new IndexWriter(directory, config());
            return new ItemIndex(directory, writer, new SearcherManager(writer, new SearcherFactory()), position);
        } catch (IOException | RuntimeException e) {
            if (writer != null) {
                writer.rollback();
            }
            directory.close();
            throw e;
        }
    }

    private static IndexWriterConfig config() {
        return new IndexWriterConfig(new TextAnalyzer())
                .setIndexSort(new Sort(new SortField(Fields.SORT_DATE, SortField.Type.LONG, true)))
                .setRAMBufferSizeMB(RAM_BUFFER_MB)
                .setCommitOnClose(false);
    }

    /** How far it has come. For the writing thread. */
    public IndexPosition position() {
        return position;
    }

    /** Puts the item in the place of what there was of it. For the writing thread. */
    public void put(TaggedItem item, byte[] json, Vocabulary vocabulary, int partition, long offset) {
        Document document = ItemMapper.document(item, vocabulary);
        document.add(new StoredField(JSON, json));
        document.add(new NumericDocValuesField(OFFSET, offset));
        change(
                partition,
                offset,
                () -> writer.updateDocument(new Term(Fields.ID, item.item().id()), document));
    }

    /** Takes the item out. For the writing thread. */
    public void remove(String itemId, int partition, long offset) {
        change(partition, offset, () -> writer.deleteDocuments(new Term(Fields.ID, itemId)));
    }

    /** Passes the record over. For the writing thread. */
    public void skip(int partition, long offset) {
        change(partition, offset, () -> 0L);
    }

    private void change(int partition, long offset, Change change) {
        try {
            change.apply();
            position = position.with(partition, offset + 1);
            uncommitted = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Change {
        long apply() throws IOException;
    }

    /** Lets searches see what has been put. */
    public void refresh() {
        try {
            searchers.maybeRefresh();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes what has been put last, together with how far that is in the log. For the writing thread. */
    public void commit() {
        if (!uncommitted) {
            return;
        }
        try {
            writer.setLiveCommitData(position.userData().entrySet());
            Steps.reached("store.commit.prepared");
            writer.commit();
            Steps.reached("store.commit.done");
            uncommitted = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the index as it was last refreshed. */
    public <T> T search(Search<T> search) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search.with(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes it; what was not committed is in the log. */
    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
        directory.close();
    }
}
