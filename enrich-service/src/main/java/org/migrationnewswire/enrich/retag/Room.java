// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.retag;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.KafkaConnection;

/** Room on the brokers' disks: a run writes each item once as a request, and at worst once more tagged. */
final class Room {
    private static final long MEGABYTE = 1_000_000;

    private Room() {}

    /**
     * Refuses when a broker has less than the run may write.
     *
     * @throws Retags.RefusedException with what is needed and free
     */
    static void check(KafkaConnection connection, boolean dryRun) {
        try (Admin admin = connection.admin("enrich-room")) {
            List<Integer> brokers =
                    admin.describeCluster().nodes().get().stream().map(Node::id).collect(Collectors.toList());
            for (Map<String, LogDirDescription> folders :
                    admin.describeLogDirs(brokers).allDescriptions().get().values()) {
                check(folders, dryRun);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Retags.RefusedException("Stopped while asking for free disk.");
        } catch (ExecutionException e) {
            throw new KafkaException("the brokers did not tell of their disks: " + e.getMessage(), e);
        }
    }

    private static void check(Map<String, LogDirDescription> folders, boolean dryRun) {
        long items = 0;
        long tagged = 0;
        long free = 0;
        for (LogDirDescription folder : folders.values()) {
            items += size(folder, Topic.ITEMS);
            tagged += size(folder, Topic.TAGGED_ITEMS);
            free += folder.usableBytes().orElse(Long.MAX_VALUE / folders.size());
        }
        refuse(items + (dryRun ? 0 : tagged), free);
    }

    static void refuse(long needed, long free) {
        if (needed > free) {
            throw new Retags.RefusedException("It may write " + needed / MEGABYTE + " MB to a broker's disk, which has "
                    + free / MEGABYTE + " MB free: make room first.");
        }
    }

    private static long size(LogDirDescription folder, Topic topic) {
        return folder.replicaInfos().entrySet().stream()
                .filter(replica -> replica.getKey().topic().equals(topic.topicName()))
                .mapToLong(replica -> replica.getValue().size())
                .sum();
    }
}
