// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The topics of the wire: what each is keyed by, holds and keeps. {@code docs/wire.md} shows a record of each. */
public enum Topic {
    /** {@link Feed} by feed id. */
    FEEDS("newswire.feeds", compacted()),
    /** {@link FeedState} by feed id. */
    FEED_STATE("newswire.feed-state", compacted()),
    /** {@link Entry} by {@code feedId/keyHash}, partitioned by feed id. Former titles are gone within 30 days. */
    ENTRIES("newswire.entries", forgetting()),
    /** {@link Item} by item id, one event a revision. */
    ITEMS("newswire.items", publicLog()),
    /** {@link TaggedItem} by item id: the public contract. */
    TAGGED_ITEMS("newswire.tagged-items", publicLog()),
    /** {@link Correction} by item id, co-partitioned with items: all that was said of the item. */
    CORRECTIONS("newswire.corrections", compacted()),
    /** {@link Taxonomy} by version, in one partition: the newest record is in force. */
    TAXONOMIES("newswire.taxonomies", compacted()),
    /** {@link RetagRequest} by item id, co-partitioned with items. */
    RETAG_REQUESTS("newswire.retag-requests", expiring(1)),
    /** {@link Retag} by its id; {@link RetagPart} by {@code retagId/partition}. */
    RETAGS("newswire.retags", compacted()),
    /** {@link Subscription} by its id. */
    SUBSCRIPTIONS("newswire.subscriptions", compacted()),
    /** {@link Alert} by subscription id. */
    ALERTS("newswire.alerts", expiring(90)),
    /** {@link Delivery} by {@code subscriptionId/alertId}, partitioned by subscription id. */
    DELIVERIES("newswire.deliveries", compactedAndExpiring(90)),
    /** {@link Command} by the id of what it commands. */
    COMMANDS("newswire.commands", expiring(7)),
    /** {@link FeedEvent} by feed id. */
    FEED_EVENTS("newswire.feed-events", expiring(90)),
    /** {@link AuditEvent} by subject. */
    AUDIT("newswire.audit", expiring(400)),
    /** The original bytes by the original key, with the headers of {@link DeadLetter}. */
    DEAD_LETTERS("newswire.dead-letters", expiring(30));

    private final String topicName;
    private final Map<String, String> settings;

    Topic(String topicName, Map<String, String> settings) {
        this.topicName = topicName;
        this.settings = settings;
    }

    /** Its name on the broker. */
    public String topicName() {
        return topicName;
    }

    /** Its settings, by the names that Kafka gives them. */
    public Map<String, String> settings() {
        return settings;
    }

    /** How many partitions it has where others have that many: one for taxonomies, which need one order. */
    public int partitions(int others) {
        return this == TAXONOMIES ? 1 : others;
    }

    private static Map<String, String> compacted() {
        return Map.of("cleanup.policy", "compact");
    }

    /** Every event can be replayed for a week; what was withdrawn is gone within 30 days. */
    private static Map<String, String> publicLog() {
        Map<String, String> settings = new LinkedHashMap<>(compacted());
        settings.put("min.compaction.lag.ms", millis(7));
        settings.put("max.compaction.lag.ms", millis(30));
        return Map.copyOf(settings);
    }

    private static Map<String, String> forgetting() {
        return Map.of("cleanup.policy", "compact", "max.compaction.lag.ms", millis(30));
    }

    private static Map<String, String> expiring(int days) {
        return Map.of("cleanup.policy", "delete", "retention.ms", millis(days));
    }

    private static Map<String, String> compactedAndExpiring(int days) {
        return Map.of("cleanup.policy", "compact,delete", "retention.ms", millis(days));
    }

    private static String millis(int days) {
        return Long.toString(Duration.ofDays(days).toMillis());
    }
}
