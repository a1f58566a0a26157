// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.materialise;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.migrationnewswire.contracts.DeadLetter;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Steps;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.UnreadableValueException;
import org.migrationnewswire.contracts.kafka.EventHeaders;
import org.migrationnewswire.store.index.ItemIndex;
import org.migrationnewswire.store.taxonomy.TaxonomyView;

/** Applies one record after another to the index. For the materialiser's thread. */
final class Applier {
    private static final Duration TAXONOMY_WITHIN = Duration.ofSeconds(5);

    private final ItemIndex index;
    private final TaxonomyView taxonomy;
    private final Producer<String, byte[]> deadLetters;
    private final StoreAccount account;

    Applier(ItemIndex index, TaxonomyView taxonomy, Producer<String, byte[]> deadLetters, StoreAccount account) {
        this.index = index;
        this.taxonomy = taxonomy;
        this.deadLetters = deadLetters;
        this.account = account;
    }

    void apply(ConsumerRecord<String, byte[]> record) throws InterruptedException {
        Steps.reached("store.record.received");
        if (record.offset() < index.position().offset(record.partition())) {
            account.stale();
            return;
        }
        try {
            put(record, item(record));
        } catch (UnreadableValueException e) {
            deadLetter(record, "unreadable", String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            deadLetter(record, "unindexable", String.valueOf(e.getMessage()));
        }
        Steps.reached("store.record.indexed");
    }

    private static TaggedItem item(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null || record.key() == null) {
            throw new UnreadableValueException("a tagged item without a key or a value", null);
        }
        TaggedItem tagged = Json.read(record.value(), TaggedItem.class);
        if (!tagged.item().id().equals(record.key())) {
            throw new UnreadableValueException("the key is not the item's id", null);
        }
        return tagged;
    }

    private void put(ConsumerRecord<String, byte[]> record, TaggedItem tagged) throws InterruptedException {
        if (tagged.item().withdrawnAt() != null) {
            index.remove(tagged.item().id(), record.partition(), record.offset());
            account.withdrawn();
            return;
        }
        taxonomy.await(tagged.tags().taxonomy().version(), TAXONOMY_WITHIN);
        index.put(tagged, record.value(), taxonomy.current().vocabulary(), record.partition(), record.offset());
        account.stored();
    }

    /** Its key, partition and offset are the same each time, so that one that is sent twice is known again. */
    private void deadLetter(ConsumerRecord<String, byte[]> record, String category, String message) {
        DeadLetter letter = new DeadLetter(record.topic(), record.partition(), record.offset(), category, message);
        deadLetters.send(new ProducerRecord<>(
                Topic.DEAD_LETTERS.topicName(), null, record.key(), record.value(), EventHeaders.deadLetter(letter)));
        deadLetters.flush();
        index.skip(record.partition(), record.offset());
        account.deadLettered();
    }
}
