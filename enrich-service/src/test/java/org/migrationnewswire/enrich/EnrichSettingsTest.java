// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnrichSettingsTest {
    @Test
    void everyDefaultIsAsDocumented() {
        EnrichSettings settings = settings(Map.of());

        assertThat(settings.taxonomyFolder()).isEmpty();
        assertThat(settings.stateFolder()).isEqualTo(Path.of("data/streams"));
        assertThat(settings.threads()).isEqualTo(1);
        assertThat(settings.retagRate()).isEqualTo(5_000);
        assertThat(settings.retagOutstanding()).isEqualTo(100);
    }

    @Test
    void everySettingHasItsName() {
        EnrichSettings settings = settings(Map.of(
                "newswire.enrich.taxonomy-folder", "t",
                "newswire.enrich.state-folder", "s",
                "newswire.enrich.threads", "3",
                "newswire.enrich.retag-rate", "7",
                "newswire.enrich.retag-outstanding", "9"));

        assertThat(settings.taxonomyFolder()).contains(Path.of("t"));
        assertThat(settings.stateFolder()).isEqualTo(Path.of("s"));
        assertThat(settings.threads()).isEqualTo(3);
        assertThat(settings.retagRate()).isEqualTo(7);
        assertThat(settings.retagOutstanding()).isEqualTo(9);
    }

    private static EnrichSettings settings(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(EnrichSettings.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(EnrichSettings.class);
    }
}
