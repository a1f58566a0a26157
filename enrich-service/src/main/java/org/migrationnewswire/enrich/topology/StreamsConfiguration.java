// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.topology;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.migrationnewswire.contracts.Steps;
import org.migrationnewswire.contracts.kafka.KafkaConnection;

/**
 * How the topology is run.
 *
 * @param stateFolder where its store is kept; the log has it too
 * @param threads that tag
 * @param replication of its own topics
 */
public record StreamsConfiguration(Path stateFolder, int threads, short replication) {
    /** Its name, and that of its consumer group. */
    public static final String APPLICATION = "newswire-enrich";

    Properties properties(KafkaConnection connection) {
        Properties p = new Properties();
        p.putAll(connection.clientSettings(APPLICATION));
        p.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        p.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "streams");
        p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 20);
        p.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder.toString());
        p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        p.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) replication);
        p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        p.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallStore.class);
        p.put(StreamsConfig.producerPrefix("transaction.timeout.ms"), KafkaConnection.TRANSACTION_TIMEOUT_MS);
        p.put(
                StreamsConfig.producerPrefix("compression.type"),
                connection.settings().getOrDefault("compression.type", "lz4"));
        p.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        if (System.getProperty(Steps.FOLDER) != null) {
            p.put(StreamsConfig.producerPrefix("interceptor.classes"), AcknowledgedStep.class.getName());
        }
        return p;
    }
}
