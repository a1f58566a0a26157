// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestSettingsTest {
    @Test
    void everyDefaultIsAsDocumented() {
        IngestSettings settings = settings(Map.of());

        assertThat(settings.feeds()).isEmpty();
        assertThat(settings.minInterval()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.hostPause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.fetchTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.maxDocumentBytes()).isEqualTo(10 * 1024 * 1024);
        assertThat(settings.userAgent()).isEqualTo("MigrationNewswire/0.1");
        assertThat(settings.allowedNetworks()).isEmpty();
        assertThat(settings.instanceId()).isEmpty();
        assertThat(settings.sessionTimeout()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void everySettingHasItsName() {
        IngestSettings settings = settings(Map.of(
                "newswire.ingest.feeds", "a,b\\,c",
                "newswire.ingest.min-interval", "PT1M",
                "newswire.ingest.host-pause", "PT2S",
                "newswire.ingest.connect-timeout", "PT3S",
                "newswire.ingest.fetch-timeout", "PT4S",
                "newswire.ingest.max-document-bytes", "5",
                "newswire.ingest.user-agent", "u",
                "newswire.ingest.allowed-networks", "10.0.0.0/8",
                "newswire.ingest.instance-id", "i",
                "newswire.ingest.session-timeout", "PT9S"));

        assertThat(settings.feeds()).contains(List.of("a", "b,c"));
        assertThat(settings.minInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.hostPause()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.fetchTimeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(settings.maxDocumentBytes()).isEqualTo(5);
        assertThat(settings.userAgent()).isEqualTo("u");
        assertThat(settings.allowedNetworks()).contains(List.of("10.0.0.0/8"));
        assertThat(settings.instanceId()).contains("i");
        assertThat(settings.sessionTimeout()).isEqualTo(Duration.ofSeconds(9));
    }

    private static IngestSettings settings(Map<String, String> properties) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(IngestSettings.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build();
        return config.getConfigMapping(IngestSettings.class);
    }
}
