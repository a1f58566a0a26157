// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts.kafka;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Utils;
import org.migrationnewswire.contracts.Topic;

/**
 * Creates the topics of the wire where they are missing, and refuses where one is there with another number of
 * partitions or another clean-up policy: keys would go elsewhere, or history be lost.
 *
 * @param partitions of each topic; fixed at creation
 * @param replication copies of each partition
 * @param overrides settings over the catalogue's own, for every topic
 */
public record TopicCatalogue(int partitions, short replication, Map<String, String> overrides) {
    /** Partitions that a topic gets when nobody says otherwise. */
    public static final int DEFAULT_PARTITIONS = 6;

    private static final String CLEANUP_POLICY = "cleanup.policy";

    public TopicCatalogue {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions is " + partitions + ", less than 1");
        }
        if (replication < 1) {
            throw new IllegalArgumentException("replication is " + replication + ", less than 1");
        }
        overrides = Map.copyOf(overrides);
    }

    /** The catalogue for one broker. */
    public static TopicCatalogue forOneBroker() {
        return new TopicCatalogue(DEFAULT_PARTITIONS, (short) 1, Map.of());
    }

    /** The partition that Kafka's default partitioner gives a key, of that many. */
    public static int partition(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    /**
     * Creates what is missing and checks what is there.
     *
     * @throws TopicMismatchException when a topic that is there differs; nothing has then been created
     */
    public void ensure(Admin admin) {
        try {
            Set<String> existing = admin.listTopics().names().get();
            check(admin, wanted().filter(t -> existing.contains(t.topicName())).toList());
            create(
                    admin,
                    wanted().filter(t -> !existing.contains(t.topicName())).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not create or describe the topics: " + e.getMessage(), e);
        }
    }

    private static Stream<Topic> wanted() {
        return Stream.of(Topic.values());
    }

    private void create(Admin admin, Collection<Topic> missing) throws InterruptedException, ExecutionException {
        for (var creation : admin.createTopics(
                        missing.stream().map(this::newTopic).toList())
                .values()
                .values()) {
            try {
                creation.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) { // another service was quicker
                    throw e;
                }
            }
        }
    }

    private NewTopic newTopic(Topic topic) {
        Map<String, String> settings = new HashMap<>(topic.settings());
        settings.putAll(overrides);
        return new NewTopic(topic.topicName(), topic.partitions(partitions), replication).configs(settings);
    }

    private void check(Admin admin, Collection<Topic> present) throws InterruptedException, ExecutionException {
        Map<String, TopicDescription> described = admin.describeTopics(
                        present.stream().map(Topic::topicName).toList())
                .allTopicNames()
                .get();
        Map<ConfigResource, Config> configured = admin.describeConfigs(
                        present.stream().map(TopicCatalogue::resource).toList())
                .all()
                .get();
        List<String> differences = new ArrayList<>();
        for (Topic topic : present) {
            int actual = requireNonNull(described.get(topic.topicName()))
                    .partitions()
                    .size();
            int expected = topic.partitions(partitions);
            if (actual != expected) {
                differences.add(topic.topicName() + " has " + actual + " partitions, not " + expected);
            }
            String policy = requireNonNull(configured.get(resource(topic)))
                    .get(CLEANUP_POLICY)
                    .value();
            String wanted =
                    overrides.getOrDefault(CLEANUP_POLICY, topic.settings().getOrDefault(CLEANUP_POLICY, "delete"));
            if (!words(policy).equals(words(wanted))) {
                differences.add(topic.topicName() + " has cleanup.policy " + policy + ", not " + wanted);
            }
        }
        if (!differences.isEmpty()) {
            throw new TopicMismatchException(differences);
        }
    }

    private static Set<String> words(String list) {
        return Stream.of(list.split(",")).map(String::strip).collect(Collectors.toCollection(TreeSet::new));
    }

    private static ConfigResource resource(Topic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
    }
}
