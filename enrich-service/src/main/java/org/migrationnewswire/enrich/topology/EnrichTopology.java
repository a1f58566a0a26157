// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.topology;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.enrich.tag.Tagger;

/** The topology: items in, tagged items and dead letters out. */
final class EnrichTopology {
    private static final String ITEMS = "items";
    private static final String TAG = "tag";

    private EnrichTopology() {}

    static Topology of(Tagger tagger, TagAccount account) {
        ByteArrayDeserializer in = new ByteArrayDeserializer();
        ByteArraySerializer out = new ByteArraySerializer();
        return new Topology()
                .addSource(ITEMS, in, in, Topic.ITEMS.topicName())
                .addProcessor(TAG, () -> new TagProcessor(tagger, account), ITEMS)
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(TagProcessor.STORE),
                                Serdes.String(),
                                Serdes.ByteArray()),
                        TAG)
                .addSink(TagProcessor.TAGGED_ITEMS, Topic.TAGGED_ITEMS.topicName(), out, out, TAG)
                .addSink(TagProcessor.DEAD_LETTERS, Topic.DEAD_LETTERS.topicName(), out, out, TAG);
    }
}
