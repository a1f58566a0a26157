// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreSettingsTest {
    @Test
    void everyDefaultIsAsDocumented() {
        assertThat(settings(Map.of()).indexFolder()).isEqualTo(Path.of("data/index"));
    }

    @Test
    void everySettingHasItsName() {
        assertThat(settings(Map.of("newswire.store.index-folder", "i")).indexFolder())
                .isEqualTo(Path.of("i"));
    }

    private static StoreSettings settings(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(StoreSettings.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(StoreSettings.class);
    }
}
