// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.topology;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.migrationnewswire.contracts.Topic;

/**
 * The topology: items, corrections and requests in; tagged items, dead letters and what came of re-taggings out. All in
 * one sub-topology, so that one task has what concerns an item.
 */
final class EnrichTopology {
    private static final String TAG = "tag";
    private static final String CORRECT = "correct";
    private static final String RETAG = "retag";

    private EnrichTopology() {}

    static Topology of(Tagging tagging) {
        ByteArrayDeserializer in = new ByteArrayDeserializer();
        ByteArraySerializer out = new ByteArraySerializer();
        return new Topology()
                .addSource("items", in, in, Topic.ITEMS.topicName())
                .addSource("corrections-of-items", in, in, Topic.CORRECTIONS.topicName())
                .addSource("retag-requests", in, in, Topic.RETAG_REQUESTS.topicName())
                .addProcessor(TAG, () -> new TagProcessor(tagging), "items")
                .addProcessor(CORRECT, () -> new CorrectionProcessor(tagging), "corrections-of-items")
                .addProcessor(RETAG, () -> new RetagProcessor(tagging), "retag-requests")
                .addStateStore(store(ItemTask.GIVEN), TAG, CORRECT, RETAG)
                .addStateStore(store(ItemTask.CORRECTIONS), TAG, CORRECT, RETAG)
                .addStateStore(store(RetagProcessor.COUNTS), RETAG)
                .addSink(ItemTask.TAGGED_ITEMS, Topic.TAGGED_ITEMS.topicName(), out, out, TAG, CORRECT, RETAG)
                .addSink(ItemTask.DEAD_LETTERS, Topic.DEAD_LETTERS.topicName(), out, out, TAG, CORRECT, RETAG)
                .addSink(RetagProcessor.RETAGS, Topic.RETAGS.topicName(), out, out, RETAG);
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
    }
}
