// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.contracts.Tags;
import org.migrationnewswire.query.Dimension;
import org.migrationnewswire.query.ItemMapper;
import org.migrationnewswire.query.TextAnalyzer;
import org.migrationnewswire.query.Vocabulary;

/** An index of one item, to ask many filters of it. It is made when the first filter needs it. For one thread. */
public final class OneItem {
    private final TaggedItem item;
    private final Vocabulary vocabulary;
    private final Map<Dimension, Set<String>> ids = new EnumMap<>(Dimension.class);
    private @Nullable IndexSearcher searcher;

    /** The item as that vocabulary has it indexed. */
    public OneItem(TaggedItem item, Vocabulary vocabulary) {
        this.item = item;
        this.vocabulary = vocabulary;
        Tags tags = item.tags();
        Set<String> regions = new HashSet<>(tags.regionRollup());
        tags.regions().forEach(tag -> regions.add(tag.id()));
        ids.put(Dimension.REGION, regions);
        ids.put(Dimension.THEME, tags.themes().stream().map(Tag::id).collect(Collectors.toSet()));
        ids.put(Dimension.FEED, Set.of(item.item().feedId()));
        ids.put(Dimension.LANGUAGE, Set.of(tags.language()));
        ids.put(Dimension.KIND, tags.kind() == null ? Set.of() : Set.of(tags.kind()));
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    boolean has(Dimension dimension, String id) {
        return ids.getOrDefault(dimension, Set.of()).contains(id);
    }

    boolean found(Query query) {
        try {
            return searcher().count(query) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IndexSearcher searcher() {
        if (searcher == null) {
            searcher = MemoryIndex.fromDocument(ItemMapper.document(item, vocabulary), new TextAnalyzer())
                    .createSearcher();
            searcher.setQueryCache(null);
        }
        return searcher;
    }
}
