// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamSettingsTest {
    @Test
    void everyDefaultIsAsDocumented() {
        StreamSettings settings = settings(Map.of());

        assertThat(settings.readers()).isEqualTo(10_000);
        assertThat(settings.queue()).isEqualTo(256);
        assertThat(settings.ring()).isEqualTo(5_000);
        assertThat(settings.replays()).isEqualTo(4);
        assertThat(settings.window()).isEqualTo(Duration.ofDays(7));
        assertThat(settings.heartBeat()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void everySettingHasItsName() {
        StreamSettings settings = settings(Map.of(
                "newswire.store.stream.readers", "1",
                "newswire.store.stream.queue", "2",
                "newswire.store.stream.ring", "3",
                "newswire.store.stream.replays", "5",
                "newswire.store.stream.window", "P6D",
                "newswire.store.stream.heart-beat", "PT8S"));

        assertThat(settings.readers()).isEqualTo(1);
        assertThat(settings.queue()).isEqualTo(2);
        assertThat(settings.ring()).isEqualTo(3);
        assertThat(settings.replays()).isEqualTo(5);
        assertThat(settings.window()).isEqualTo(Duration.ofDays(6));
        assertThat(settings.heartBeat()).isEqualTo(Duration.ofSeconds(8));
    }

    private static StreamSettings settings(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(StreamSettings.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(StreamSettings.class);
    }
}
