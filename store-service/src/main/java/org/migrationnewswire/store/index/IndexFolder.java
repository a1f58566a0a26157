// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of the index: opened, or set aside when what is in it is no use. */
public final class IndexFolder {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
    private static final String SET_ASIDE = ".set-aside";

    private IndexFolder() {}

    /**
     * Opens the index of that topic in that folder; an empty one when there is none or none of use.
     *
     * @throws IOException when the folder can't be written, or another process holds it; the message says which
     */
    public static ItemIndex open(Path folder, String topicId) throws IOException {
        Files.createDirectories(folder);
        try {
            return ItemIndex.open(folder, topicId);
        } catch (LockObtainFailedException e) {
            throw new IOException("the index folder " + folder + " is in use by another process", e);
        } catch (IOException | RuntimeException e) {
            Path aside = setAside(folder);
            LOG.warn("The index is set aside and built again from the log reason={} aside={}", e.getMessage(), aside);
            return ItemIndex.open(folder, topicId);
        }
    }

    /** How far the index in that directory has come in that topic. */
    static IndexPosition position(Directory directory, String topicId) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return IndexPosition.beginningOf(topicId);
        }
        Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
        if (!IndexPosition.isOurs(data, topicId)) {
            throw new IOException("it was made from another log or by another version");
        }
        return IndexPosition.of(data, topicId);
    }

    /** One is kept, for whoever wants to look; the next takes its place. */
    private static Path setAside(Path folder) throws IOException {
        Path aside = folder.resolveSibling(folder.getFileName() + SET_ASIDE);
        if (Files.exists(aside)) {
            try (Stream<Path> files = Files.walk(aside)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.move(folder, aside);
        Files.createDirectories(folder);
        return aside;
    }
}
