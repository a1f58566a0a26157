// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.retag;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Retag;
import org.migrationnewswire.contracts.RetagRequest;
import org.migrationnewswire.contracts.Steps;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.UnreadableValueException;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the log of items and asks for each item to be tagged again, no faster than the tasks follow. */
final class Replayer {
    private static final Logger LOG = LoggerFactory.getLogger(Replayer.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long LOOK_EVERY_MS = 20;
    private static final int BATCH = 100;

    private final KafkaConnection connection;
    private final RetagView view;
    private final Pace pace;
    private final AtomicBoolean stopped;

    Replayer(KafkaConnection connection, RetagView view, Pace pace, AtomicBoolean stopped) {
        this.connection = connection;
        this.view = view;
        this.pace = pace;
        this.stopped = stopped;
    }

    /** Goes on with it until it is done, or this process stops. */
    void run(Retag from, Producer<String, byte[]> producer) throws InterruptedException {
        LOG.info(
                "Re-tagging id={} taxonomy={} dryRun={}",
                from.id(),
                from.taxonomy().version(),
                from.dryRun());
        Retag retag = from.status() == Retag.Status.RUNNING ? request(from, producer) : from;
        while (!stopped.get() && !view.isAnswered(retag)) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
        if (!stopped.get()) {
            commit(producer, retag.done(view.sum(retag), Instant.now()), List.of());
            LOG.info("Re-tagging is done id={}", retag.id());
        }
    }

    private Retag request(Retag from, Producer<String, byte[]> producer) throws InterruptedException {
        Retag retag = from;
        try (Consumer<String, byte[]> items =
                        connection.consumer("enrich-replayer", Map.of("max.poll.records", BATCH));
                Backlog backlog = new Backlog(connection, pace, retag.ends().keySet())) {
            items.assign(retag.ends().keySet().stream().map(Replayer::items).toList());
            begin(items, retag);
            while (!stopped.get() && !isRead(retag)) {
                ConsumerRecords<String, byte[]> batch = items.poll(POLL);
                backlog.await(batch.count(), stopped);
                Retag next = retag.at(positions(items, retag));
                commit(producer, next, requests(batch, retag));
                Steps.reached("enrich.retag.requested");
                retag = next;
            }
        }
        if (stopped.get()) {
            throw new InterruptedException("stopped");
        }
        Retag requested = retag.requested();
        commit(producer, requested, lastRequests(retag));
        return requested;
    }

    private static void begin(Consumer<String, byte[]> items, Retag retag) {
        Map<TopicPartition, Long> beginnings = items.beginningOffsets(items.assignment());
        retag.positions()
                .forEach((partition, position) -> items.seek(
                        items(partition), Math.max(position, beginnings.getOrDefault(items(partition), 0L))));
    }

    private static boolean isRead(Retag retag) {
        return retag.ends().entrySet().stream()
                .allMatch(end -> retag.positions().getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private static Map<Integer, Long> positions(Consumer<String, byte[]> items, Retag retag) {
        Map<Integer, Long> positions = new TreeMap<>();
        List<TopicPartition> read = new ArrayList<>();
        retag.ends().forEach((partition, end) -> {
            long position = items.position(items(partition));
            positions.put(partition, Math.min(position, end));
            if (position >= end) {
                read.add(items(partition));
            }
        });
        items.pause(read); // what comes after the end is tagged live
        return positions;
    }

    private List<ProducerRecord<String, byte[]>> requests(ConsumerRecords<String, byte[]> batch, Retag retag) {
        List<ProducerRecord<String, byte[]>> requests = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            Item item = record.offset() < retag.ends().getOrDefault(record.partition(), 0L) ? item(record) : null;
            if (item != null) {
                RetagRequest request = new RetagRequest(retag.id(), retag.dryRun(), item);
                requests.add(request(record.partition(), record.key(), request));
            }
        }
        return requests;
    }

    /** Null for what the live stream has made a dead letter. */
    private static @Nullable Item item(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null || record.value() == null) {
            return null;
        }
        try {
            Item item = Json.read(record.value(), Item.class);
            return item.id().equals(record.key()) ? item : null;
        } catch (UnreadableValueException e) {
            return null;
        }
    }

    private static List<ProducerRecord<String, byte[]>> lastRequests(Retag retag) {
        RetagRequest last = new RetagRequest(retag.id(), retag.dryRun(), null);
        return retag.ends().keySet().stream()
                .map(partition -> request(partition, retag.id(), last))
                .toList();
    }

    private static ProducerRecord<String, byte[]> request(int partition, String key, RetagRequest request) {
        return new ProducerRecord<>(Topic.RETAG_REQUESTS.topicName(), partition, key, Json.write(request));
    }

    private static void commit(
            Producer<String, byte[]> producer, Retag retag, List<ProducerRecord<String, byte[]>> requests) {
        producer.beginTransaction();
        requests.forEach(producer::send);
        producer.send(new ProducerRecord<>(Topic.RETAGS.topicName(), retag.id(), Json.write(retag)));
        Steps.reached("enrich.retag.sent");
        producer.commitTransaction();
    }

    private static TopicPartition items(int partition) {
        return new TopicPartition(Topic.ITEMS.topicName(), partition);
    }
}
