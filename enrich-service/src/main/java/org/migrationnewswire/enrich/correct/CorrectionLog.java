// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.correct;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.AuditEvent;
import org.migrationnewswire.contracts.Correction;
import org.migrationnewswire.contracts.Correction.Change;
import org.migrationnewswire.contracts.Correction.Undone;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Steps;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.UnreadableValueException;
import org.migrationnewswire.contracts.kafka.CommittedLog;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.contracts.kafka.TopicCatalogue;

/**
 * The corrections in the log. To write one is to read its partition and write the item's whole record anew; whoever
 * does so has fenced all others of that partition first, and begins again when it is fenced itself. What is written is
 * in the audit by the same transaction; what changes nothing is not written.
 */
public final class CorrectionLog {
    /** Changes of one item, at most, undone ones included. */
    public static final int MAX_CHANGES = 200;

    private static final int ATTEMPTS = 10;
    /** Somebody waits: the broker is not asked to hold the last fetch, nor long for an answer. */
    private static final Map<String, Object> AT_ONCE =
            Map.of("fetch.max.wait.ms", 20, "default.api.timeout.ms", 10_000);

    private static final int OK = 200;
    private static final int CREATED = 201;

    private final KafkaConnection connection;
    private final CorrectedTags tags;
    private final int partitions;
    private final Object turn = new Object();

    /** The log of that Kafka, with that many partitions. */
    public CorrectionLog(KafkaConnection connection, CorrectedTags tags, int partitions) {
        this.connection = connection;
        this.tags = tags;
        this.partitions = partitions;
    }

    /** The item has been corrected too often. */
    public static final class TooManyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private TooManyException() {
            super("an item takes at most " + MAX_CHANGES + " corrections");
        }
    }

    /** Whether the taxonomy has such a tag. */
    public boolean knows(Correction.Dimension dimension, String tag) {
        return tags.knows(dimension, tag);
    }

    /**
     * Adds a change; its {@code n} is given here.
     *
     * @throws TooManyException when the item has had as many as it may
     */
    public Correction add(String itemId, Change change) {
        AuditEvent audit =
                new AuditEvent(change.at(), change.by(), "POST /corrections", itemId, CREATED, change.reason());
        return write(itemId, audit, before -> {
            if (before.changes().size() >= MAX_CHANGES) {
                throw new TooManyException();
            }
            List<Change> changes = new ArrayList<>(before.changes());
            changes.add(new Change(
                    changes.size() + 1,
                    change.dimension(),
                    change.tag(),
                    change.action(),
                    change.by(),
                    change.at(),
                    change.reason(),
                    null));
            return new Correction(itemId, changes);
        });
    }

    /** Takes a change back; the record as it then is. Null when there is no such change. */
    public @Nullable Correction undo(String itemId, int n, String by, Instant at, @Nullable String reason) {
        AuditEvent audit = new AuditEvent(at, by, "DELETE /corrections/" + itemId + "/" + n, itemId, OK, reason);
        Correction written = write(
                itemId,
                audit,
                before -> new Correction(
                        itemId,
                        before.changes().stream()
                                .map(change -> change.n() == n && change.undone() == null
                                        ? change.undone(new Undone(by, at, reason))
                                        : change)
                                .toList()));
        return written.changes().size() < n ? null : written;
    }

    /** All that was said of an item; null when nothing was. */
    public @Nullable Correction of(String itemId) {
        return read(List.of(partition(itemId))).get(itemId);
    }

    /** All corrections, by item id. */
    public NavigableMap<String, Correction> all() {
        List<TopicPartition> every = new ArrayList<>();
        for (int i = 0; i < partitions; i++) {
            every.add(new TopicPartition(Topic.CORRECTIONS.topicName(), i));
        }
        return read(every);
    }

    private Correction write(String itemId, AuditEvent audit, UnaryOperator<Correction> change) {
        synchronized (turn) { // within this process nobody needs to fence anybody
            for (int attempt = 1; ; attempt++) {
                try {
                    return attempt(itemId, audit, change);
                } catch (ProducerFencedException | InvalidProducerEpochException e) {
                    if (attempt == ATTEMPTS) {
                        throw e;
                    }
                }
            }
        }
    }

    private Correction attempt(String itemId, AuditEvent audit, UnaryOperator<Correction> change) {
        TopicPartition where = partition(itemId);
        try (Producer<String, byte[]> producer =
                connection.transactionalProducer("enrich-corrections-" + where.partition())) {
            producer.initTransactions(); // whoever read before us can no longer write
            Correction before = read(List.of(where)).getOrDefault(itemId, new Correction(itemId, List.of()));
            Correction now = change.apply(before);
            if (now.equals(before)) {
                return now;
            }
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(where.topic(), where.partition(), itemId, Json.write(now)));
            producer.send(new ProducerRecord<>(Topic.AUDIT.topicName(), audit.subject(), Json.write(audit)));
            Steps.reached("enrich.correction.sent");
            producer.commitTransaction();
            return now;
        }
    }

    private NavigableMap<String, Correction> read(List<TopicPartition> from) {
        NavigableMap<String, Correction> found = new TreeMap<>();
        try (Consumer<String, byte[]> consumer = connection.consumer("enrich-corrections", AT_ONCE)) {
            CommittedLog.readToEnd(consumer, from, record -> {
                if (record.value() == null) {
                    found.remove(record.key());
                    return;
                }
                try {
                    found.put(record.key(), Json.read(record.value(), Correction.class));
                } catch (UnreadableValueException e) {
                    // somebody else wrote it; the stream has made it a dead letter and goes by what was before
                }
            });
        }
        return found;
    }

    private TopicPartition partition(String itemId) {
        return new TopicPartition(Topic.CORRECTIONS.topicName(), TopicCatalogue.partition(itemId, partitions));
    }
}
