// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewaySettingsTest {
    @Test
    void everySettingHasItsDefault() {
        GatewaySettings settings = settings(Map.of());

        assertThat(settings.ingestAddress()).isEqualTo(URI.create("http://127.0.0.1:8081"));
        assertThat(settings.enrichAddress()).isEqualTo(URI.create("http://127.0.0.1:8082"));
        assertThat(settings.storeAddress()).isEqualTo(URI.create("http://127.0.0.1:8083"));
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.idleTimeout()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void everySettingHasItsName() {
        GatewaySettings settings = settings(Map.of(
                "newswire.gateway.ingest-address", "http://i:1",
                "newswire.gateway.enrich-address", "http://e:2",
                "newswire.gateway.store-address", "http://s:3",
                "newswire.gateway.connect-timeout", "PT1S",
                "newswire.gateway.idle-timeout", "PT9S"));

        assertThat(settings.ingestAddress()).isEqualTo(URI.create("http://i:1"));
        assertThat(settings.enrichAddress()).isEqualTo(URI.create("http://e:2"));
        assertThat(settings.storeAddress()).isEqualTo(URI.create("http://s:3"));
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.idleTimeout()).isEqualTo(Duration.ofSeconds(9));
    }

    private static GatewaySettings settings(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(GatewaySettings.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(GatewaySettings.class);
    }
}
