// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.retag;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Retag;
import org.migrationnewswire.contracts.RetagOutcome;
import org.migrationnewswire.contracts.RetagPart;

/** The re-taggings as the log has them. Thread-safe. */
final class RetagView {
    private final Map<String, Retag> retags = new ConcurrentHashMap<>();
    private final Map<String, RetagPart> parts = new ConcurrentHashMap<>();

    void take(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null || record.value() == null) {
            return;
        }
        if (record.key().contains("/")) {
            parts.put(record.key(), Json.read(record.value(), RetagPart.class));
        } else {
            retags.put(record.key(), Json.read(record.value(), Retag.class));
        }
    }

    /** All, the newest first, each with its outcome so far. */
    List<Retag> all() {
        return retags.values().stream()
                .sorted(Comparator.comparing(Retag::startedAt).reversed())
                .map(this::soFar)
                .toList();
    }

    @Nullable
    Retag find(String id) {
        Retag retag = retags.get(id);
        return retag == null ? null : soFar(retag);
    }

    /** The one that is not done; null when all are. */
    @Nullable
    Retag unfinished() {
        return retags.values().stream()
                .filter(retag -> retag.status() != Retag.Status.DONE)
                .findFirst()
                .orElse(null);
    }

    /** Whether each partition's last request has been answered. */
    boolean isAnswered(Retag retag) {
        return retag.ends().keySet().stream().allMatch(partition -> {
            RetagPart part = parts.get(retag.id() + "/" + partition);
            return part != null && part.done();
        });
    }

    RetagOutcome sum(Retag retag) {
        return retag.ends().keySet().stream()
                .sorted()
                .map(partition -> parts.get(retag.id() + "/" + partition))
                .map(part -> part == null ? RetagOutcome.NONE : part.outcome())
                .reduce(RetagOutcome.NONE, RetagOutcome::plus);
    }

    private Retag soFar(Retag retag) {
        return retag.outcome() != null
                ? retag
                : new Retag(
                        retag.id(),
                        retag.taxonomy(),
                        retag.from(),
                        retag.dryRun(),
                        retag.reason(),
                        retag.status(),
                        retag.positions(),
                        retag.ends(),
                        sum(retag),
                        retag.startedAt(),
                        retag.finishedAt());
    }
}
