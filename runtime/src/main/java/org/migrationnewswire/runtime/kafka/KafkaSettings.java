// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.runtime.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** How to reach Kafka, and how topics are made. The same for every service. */
@ConfigMapping(prefix = "newswire.kafka")
public interface KafkaSettings {
    /** Brokers to start from, {@code host:port}, comma-separated. */
    @WithDefault("localhost:9092")
    String bootstrapServers();

    /** Partitions of each topic, fixed when it is created; the same for every service on one Kafka. */
    @WithDefault("6")
    int partitions();

    /** Copies of each partition. */
    @WithDefault("1")
    short replication();

    /** Further settings of every Kafka client, by Kafka's own names: TLS, SASL, … */
    Map<String, String> client();

    /** Settings over the catalogue's own for every topic that is created, by Kafka's own names. */
    Map<String, String> topic();
}
