// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.CommittedLog;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.contracts.kafka.TopicCatalogue;
import org.migrationnewswire.contracts.kafka.TopicMismatchException;

class EmbeddedBrokerTest {
    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedIsThereAfterARestart() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
            KafkaConnection connection = KafkaConnection.to(broker.bootstrapServers());
            ensureTopics(connection, TopicCatalogue.forOneBroker());
            try (Producer<String, byte[]> producer = connection.transactionalProducer("test")) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(Topic.FEEDS.topicName(), "kept", new byte[] {1}));
                producer.commitTransaction();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(Topic.FEEDS.topicName(), "aborted", new byte[] {2}));
                producer.flush();
                producer.abortTransaction();
            }
        }
        assertThat(Files.exists(folder.resolve(".kafka_cleanshutdown"))).isTrue();

        try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
            assertThat(keys(KafkaConnection.to(broker.bootstrapServers()))).containsExactly("kept");
        }
    }

    @Test
    void topicsAreCreatedOnceAndRefusedWhenTheyDiffer() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
            KafkaConnection connection = KafkaConnection.to(broker.bootstrapServers());
            ensureTopics(connection, TopicCatalogue.forOneBroker());
            ensureTopics(connection, TopicCatalogue.forOneBroker());

            assertThatThrownBy(() -> ensureTopics(connection, new TopicCatalogue(3, (short) 1, Map.of())))
                    .isInstanceOf(TopicMismatchException.class)
                    .hasMessageContaining("newswire.items has 6 partitions, not 3")
                    .hasMessageContaining("newswire.kafka.partitions");
            assertThatThrownBy(() -> ensureTopics(
                            connection, new TopicCatalogue(6, (short) 1, Map.of("cleanup.policy", "delete"))))
                    .isInstanceOf(TopicMismatchException.class)
                    .hasMessageContaining("newswire.feeds has cleanup.policy compact, not delete");
        }
    }

    private static void ensureTopics(KafkaConnection connection, TopicCatalogue catalogue) {
        try (Admin admin = connection.admin("test-admin")) {
            catalogue.ensure(admin);
        }
    }

    private static List<String> keys(KafkaConnection connection) {
        List<String> keys = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = connection.consumer("test-reader", Map.of())) {
            CommittedLog.readToEnd(
                    consumer, CommittedLog.partitions(consumer, Topic.FEEDS), record -> keys.add(record.key()));
        }
        return keys;
    }
}
