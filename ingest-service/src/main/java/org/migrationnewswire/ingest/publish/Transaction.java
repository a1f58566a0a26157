// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.migrationnewswire.contracts.DeadLetter;
import org.migrationnewswire.contracts.Entry;
import org.migrationnewswire.contracts.EventType;
import org.migrationnewswire.contracts.FeedEvent;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Steps;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.EventHeaders;
import org.migrationnewswire.ingest.publish.Derivation.Revised;

/** Records of one partition of feeds that are written all together or not at all. */
final class Transaction {
    private static final int MAX_RECORD_BYTES = 1_000_000;
    private static final String TOO_LARGE = "record-too-large";

    private final int partition;
    private final Producer<String, byte[]> producer;
    private final List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    private final Map<String, Long> offsets = new HashMap<>();

    Transaction(int partition, Producer<String, byte[]> producer) {
        this.partition = partition;
        this.producer = producer;
    }

    /** An item and its entry; a dead letter when the item is too large. Gives the entry as it is to be remembered. */
    Entry revised(Revised revised) {
        byte[] value = Json.write(revised.item());
        if (value.length > MAX_RECORD_BYTES) {
            records.add(deadLetter(revised.item(), value.length));
            return entry(rejected(revised.entry()));
        }
        records.add(item(revised.item(), value));
        return entry(revised.entry());
    }

    Entry entry(Entry entry) {
        add(Topic.ENTRIES, entry.key(), entry);
        return entry;
    }

    void state(FeedState state) {
        add(Topic.FEED_STATE, state.feedId(), state);
    }

    void event(FeedEvent event) {
        add(Topic.FEED_EVENTS, event.feedId(), event);
    }

    /** Removes a feed and its state. */
    void forget(String feedId) {
        records.add(new ProducerRecord<>(Topic.FEEDS.topicName(), partition, feedId, null));
        records.add(new ProducerRecord<>(Topic.FEED_STATE.topicName(), partition, feedId, null));
    }

    /** Commits all of it, or throws: then nothing of it is to be remembered, and the session is over. */
    void commit(Map<TopicPartition, OffsetAndMetadata> read, ConsumerGroupMetadata group) {
        if (records.isEmpty()) {
            return;
        }
        producer.beginTransaction();
        Steps.reached("ingest.transaction.begun");
        Map<String, Future<RecordMetadata>> entries = new HashMap<>();
        for (ProducerRecord<String, byte[]> record : records) {
            Future<RecordMetadata> sent = producer.send(record);
            if (record.topic().equals(Topic.ENTRIES.topicName())) {
                entries.put(record.key(), sent);
            }
        }
        producer.flush();
        entries.forEach((key, sent) -> offsets.put(key, offset(sent)));
        Steps.reached("ingest.records.sent");
        producer.sendOffsetsToTransaction(read, group);
        Steps.reached("ingest.offsets.sent");
        producer.commitTransaction();
        Steps.reached("ingest.transaction.committed");
    }

    /** The entry with its place in the log, once it is committed. */
    FeedMemory.Stored stored(Entry entry) {
        Long offset = offsets.get(entry.key());
        if (offset == null) {
            throw new IllegalStateException("the entry was not committed by this transaction");
        }
        return new FeedMemory.Stored(entry, offset);
    }

    private static long offset(Future<RecordMetadata> sent) {
        try {
            return sent.get().offset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while writing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a record of the transaction was not taken", e.getCause());
        }
    }

    private void add(Topic topic, String key, Object value) {
        records.add(new ProducerRecord<>(topic.topicName(), partition, key, Json.write(value)));
    }

    private static ProducerRecord<String, byte[]> item(Item item, byte[] value) {
        return new ProducerRecord<>(
                Topic.ITEMS.topicName(),
                null,
                item.id(),
                value,
                EventHeaders.event(
                        EventType.of(item),
                        item.id() + "/" + item.revision() + (item.withdrawnAt() == null ? "" : "/withdrawn"),
                        "/newswire/ingest",
                        item.id(),
                        item.fetchedAt()));
    }

    /** The item itself would not fit there either: what is kept is where to find it. */
    private static ProducerRecord<String, byte[]> deadLetter(Item item, int bytes) {
        DeadLetter letter = new DeadLetter(
                Topic.ITEMS.topicName(),
                -1,
                -1,
                TOO_LARGE,
                "revision " + item.revision() + " of the item has " + bytes + " bytes, more than " + MAX_RECORD_BYTES);
        byte[] where = Json.write(Map.of("feedId", item.feedId(), "link", String.valueOf(item.link())));
        return new ProducerRecord<>(
                Topic.DEAD_LETTERS.topicName(), null, item.id(), where, EventHeaders.deadLetter(letter));
    }

    private static Entry rejected(Entry entry) {
        return new Entry(
                entry.feedId(),
                entry.keyHash(),
                entry.linkHash(),
                entry.contentHash(),
                entry.revision() - 1,
                entry.itemId(),
                entry.firstSeenAt(),
                entry.sortDate(),
                entry.backfill(),
                entry.revisions().subList(0, entry.revisions().size() - 1),
                null,
                TOO_LARGE);
    }
}
