// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How an instance takes part in the group that divides the feeds.
 *
 * @param instanceId name that stays over restarts, so that it gets its partitions back at once; empty for none
 * @param sessionTimeout how long the group waits for one that has fallen silent
 */
public record Membership(Optional<String> instanceId, Duration sessionTimeout) {
    static final String GROUP = "newswire-ingest";

    Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("group.id", GROUP);
        settings.put("partition.assignment.strategy", "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
        settings.put("session.timeout.ms", Math.toIntExact(sessionTimeout.toMillis()));
        settings.put("heartbeat.interval.ms", Math.toIntExact(sessionTimeout.toMillis() / 3));
        instanceId.ifPresent(id -> settings.put("group.instance.id", id));
        return settings;
    }
}
