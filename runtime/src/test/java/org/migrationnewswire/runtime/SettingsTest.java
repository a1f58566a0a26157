// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.migrationnewswire.runtime.http.HttpSettings;
import org.migrationnewswire.runtime.kafka.KafkaSettings;

class SettingsTest {
    @Test
    void everyDefaultIsAsDocumented() {
        SmallRyeConfig config = config(Map.of());

        KafkaSettings kafka = config.getConfigMapping(KafkaSettings.class);
        assertThat(kafka.bootstrapServers()).isEqualTo("localhost:9092");
        assertThat(kafka.partitions()).isEqualTo(6);
        assertThat(kafka.replication()).isEqualTo((short) 1);
        assertThat(kafka.client()).isEmpty();
        assertThat(kafka.topic()).isEmpty();
        HttpSettings http = config.getConfigMapping(HttpSettings.class);
        assertThat(http.allowedHosts()).isEmpty();
        assertThat(http.writeKey()).isEmpty();
    }

    @Test
    void everySettingHasItsName() {
        SmallRyeConfig config = config(Map.of(
                "newswire.kafka.bootstrap-servers", "k:1",
                "newswire.kafka.partitions", "3",
                "newswire.kafka.replication", "2",
                "newswire.kafka.client.\"security.protocol\"", "SSL",
                "newswire.kafka.topic.\"min.insync.replicas\"", "2",
                "newswire.http.allowed-hosts", "a.example,b.example",
                "newswire.http.write-key", "k"));

        KafkaSettings kafka = config.getConfigMapping(KafkaSettings.class);
        assertThat(kafka.bootstrapServers()).isEqualTo("k:1");
        assertThat(kafka.partitions()).isEqualTo(3);
        assertThat(kafka.replication()).isEqualTo((short) 2);
        assertThat(kafka.client()).isEqualTo(Map.of("security.protocol", "SSL"));
        assertThat(kafka.topic()).isEqualTo(Map.of("min.insync.replicas", "2"));
        HttpSettings http = config.getConfigMapping(HttpSettings.class);
        assertThat(http.allowedHosts()).contains(List.of("a.example", "b.example"));
        assertThat(http.writeKey()).contains("k");
    }

    private static SmallRyeConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(KafkaSettings.class)
                .withMapping(HttpSettings.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build();
    }
}
