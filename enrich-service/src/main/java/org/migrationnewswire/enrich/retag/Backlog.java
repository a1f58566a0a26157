// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.retag;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.KafkaConnection;

/** What the tasks still have before them of the requests. */
final class Backlog implements AutoCloseable {
    private static final long LOOK_EVERY_MS = 20;
    private static final long NANOS = 1_000_000_000;

    private final Admin admin;
    private final Pace pace;
    private final Map<TopicPartition, OffsetSpec> requests;
    private long free = System.nanoTime();

    /** Of the requests in those partitions. */
    Backlog(KafkaConnection connection, Pace pace, Collection<Integer> partitions) {
        this.requests = partitions.stream()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(Topic.RETAG_REQUESTS.topicName(), partition),
                        partition -> OffsetSpec.latest()));
        this.admin = connection.admin("enrich-backlog");
        this.pace = pace;
    }

    /** Waits until so many more requests may be made. */
    void await(int more, AtomicBoolean stopped) throws InterruptedException {
        long now = System.nanoTime();
        TimeUnit.NANOSECONDS.sleep(free - now);
        free = Math.max(now, free) + more * NANOS / pace.itemsPerSecond();
        while (!stopped.get() && longest() > pace.outstanding()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
    }

    /** The longest queue of a partition; the ends of transactions count as records. */
    private long longest() throws InterruptedException {
        try {
            Map<TopicPartition, @Nullable OffsetAndMetadata> done = admin.listConsumerGroupOffsets(pace.group())
                    .partitionsToOffsetAndMetadata()
                    .get();
            return admin.listOffsets(requests).all().get().entrySet().stream()
                    .mapToLong(end -> end.getValue().offset() - offset(done.get(end.getKey())))
                    .max()
                    .orElse(0);
        } catch (ExecutionException e) {
            throw new KafkaException("the group's offsets are not to be had", e);
        }
    }

    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    @Override
    public void close() {
        admin.close();
    }
}
