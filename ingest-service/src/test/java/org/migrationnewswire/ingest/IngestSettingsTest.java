// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
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
        assertThat(settings.maxInterval()).isEqualTo(Duration.ofHours(6));
        assertThat(settings.hostPause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.headerTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(settings.idleTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.proxy()).isEmpty();
        assertThat(settings.secrets()).isEmpty();
        assertThat(settings.diskFolder()).isEmpty();
        assertThat(settings.diskLeastFree()).isEqualTo(0.1);
        assertThat(settings.websubCallback()).isEmpty();
        assertThat(settings.websubSecret()).isEmpty();
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
        IngestSettings settings = settings(Map.ofEntries(
                Map.entry("newswire.ingest.max-interval", "PT2H"),
                Map.entry("newswire.ingest.header-timeout", "PT5S"),
                Map.entry("newswire.ingest.idle-timeout", "PT6S"),
                Map.entry("newswire.ingest.proxy", "http://proxy:3128"),
                Map.entry("newswire.ingest.secrets.mine", "s3"),
                Map.entry("newswire.ingest.disk-folder", "/d"),
                Map.entry("newswire.ingest.disk-least-free", "0.2"),
                Map.entry("newswire.ingest.websub-callback", "https://c"),
                Map.entry("newswire.ingest.websub-secret", "w"),
                Map.entry("newswire.ingest.feeds", "a,b\\,c"),
                Map.entry("newswire.ingest.min-interval", "PT1M"),
                Map.entry("newswire.ingest.host-pause", "PT2S"),
                Map.entry("newswire.ingest.connect-timeout", "PT3S"),
                Map.entry("newswire.ingest.fetch-timeout", "PT4S"),
                Map.entry("newswire.ingest.max-document-bytes", "5"),
                Map.entry("newswire.ingest.user-agent", "u"),
                Map.entry("newswire.ingest.allowed-networks", "10.0.0.0/8"),
                Map.entry("newswire.ingest.instance-id", "i"),
                Map.entry("newswire.ingest.session-timeout", "PT9S")));

        assertThat(settings.maxInterval()).isEqualTo(Duration.ofHours(2));
        assertThat(settings.headerTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.idleTimeout()).isEqualTo(Duration.ofSeconds(6));
        assertThat(settings.proxy()).contains(URI.create("http://proxy:3128"));
        assertThat(settings.secrets()).isEqualTo(Map.of("mine", "s3"));
        assertThat(settings.diskFolder()).contains(Path.of("/d"));
        assertThat(settings.diskLeastFree()).isEqualTo(0.2);
        assertThat(settings.websubCallback()).contains(URI.create("https://c"));
        assertThat(settings.websubSecret()).contains("w");
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
