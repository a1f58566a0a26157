// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.migrationnewswire.contracts.DeadLetter;
import org.migrationnewswire.contracts.Entry;
import org.migrationnewswire.contracts.EventType;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Steps;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.EventHeaders;
import org.migrationnewswire.ingest.publish.Derivation.Revised;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outcomes of some polls of one partition, written together: items, entries, feed states, group offsets. */
final class PollTransaction {
    private static final Logger LOG = LoggerFactory.getLogger(PollTransaction.class);
    private static final int MAX_RECORD_BYTES = 1_000_000;
    private static final String TOO_LARGE = "record-too-large";

    private final int partition;
    private final Producer<String, byte[]> producer;
    private final List<Written> outcomes = new ArrayList<>();
    private final List<ProducerRecord<String, byte[]>> records = new ArrayList<>();

    PollTransaction(int partition, Producer<String, byte[]> producer) {
        this.partition = partition;
        this.producer = producer;
    }

    private record Written(Outcome outcome, Polled polled, List<Entry> entries, int deadLetters) {}

    void add(Outcome outcome, Polled polled) {
        List<Entry> entries = new ArrayList<>();
        int deadLetters = 0;
        for (Revised revised : outcome.revised()) {
            byte[] value = Json.write(revised.item());
            Entry entry = revised.entry();
            if (value.length > MAX_RECORD_BYTES) {
                entry = rejected(entry);
                deadLetters++;
                records.add(deadLetter(revised.item(), value.length));
            } else {
                records.add(item(revised.item(), value));
            }
            entries.add(entry);
            records.add(new ProducerRecord<>(Topic.ENTRIES.topicName(), partition, entry.key(), Json.write(entry)));
        }
        if (outcome.mustWrite()) {
            FeedState state = outcome.state();
            records.add(
                    new ProducerRecord<>(Topic.FEED_STATE.topicName(), partition, state.feedId(), Json.write(state)));
        }
        outcomes.add(new Written(outcome, polled, entries, deadLetters));
    }

    /** Commits all of it, or throws: then nothing of it is to be remembered, and the session is over. */
    void commit(Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
        if (records.isEmpty()) {
            return;
        }
        producer.beginTransaction();
        Steps.reached("ingest.transaction.begun");
        records.forEach(producer::send);
        producer.flush();
        Steps.reached("ingest.records.sent");
        producer.sendOffsetsToTransaction(offsets, group);
        Steps.reached("ingest.offsets.sent");
        producer.commitTransaction();
        Steps.reached("ingest.transaction.committed");
    }

    /** Lets memory and counters know what has been committed. */
    void remember(PollAccount account) {
        for (Written written : outcomes) {
            Outcome outcome = written.outcome();
            if (outcome.mustWrite()) {
                outcome.memory()
                        .committed(
                                outcome.state(),
                                written.entries(),
                                written.polled().at());
            } else {
                outcome.memory().rescheduled(outcome.state());
            }
            count(written, account);
            tell(outcome);
        }
    }

    private static void count(Written written, PollAccount account) {
        List<Entry> given =
                written.entries().stream().filter(e -> e.rejected() == null).toList();
        int withdrawn = count(given, e -> e.withdrawnAt() != null);
        int published = count(given, e -> e.withdrawnAt() == null && e.revision() == 1);
        account.entries(new PollAccount.Entries(
                written.outcome().unchanged(),
                published,
                given.size() - published - withdrawn,
                withdrawn,
                written.deadLetters()));
        FeedState.Failure error = written.outcome().state().health().error();
        account.polled(error == null ? "ok" : error.category());
    }

    private static int count(List<Entry> entries, Predicate<Entry> which) {
        return (int) entries.stream().filter(which).count();
    }

    private static void tell(Outcome outcome) {
        FeedState state = outcome.state();
        FeedState.Failure error = state.health().error();
        if (error != null) {
            LOG.warn(
                    "A feed could not be read url={} category={} reason={} nextTry={}",
                    outcome.memory().feed().url(),
                    error.category(),
                    error.detail(),
                    state.nextPollAt());
        } else if (!outcome.revised().isEmpty()) {
            LOG.info(
                    "A feed brought news url={} revisions={}",
                    outcome.memory().feed().url(),
                    outcome.revised().size());
        }
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
    private ProducerRecord<String, byte[]> deadLetter(Item item, int bytes) {
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
