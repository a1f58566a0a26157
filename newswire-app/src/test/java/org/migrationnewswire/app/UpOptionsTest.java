// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpOptionsTest {
    private static final Path DATA = Path.of("/data");

    @Test
    void withoutOptionsThereAreDefaults() {
        assertThat(UpOptions.parse(List.of(), DATA)).isEqualTo(new UpOptions(List.of(), 8080, 9092, DATA, false));
    }

    @Test
    void feedsMayBeManyAndGivenAgain() {
        assertThat(UpOptions.parse(words("--feeds a b --port 81 --feeds c --kafka-port 93 --data /d --demo"), DATA))
                .isEqualTo(new UpOptions(List.of("a", "b", "c"), 81, 93, Path.of("/d"), true));
    }

    @ParameterizedTest
    @CsvSource({
        "--nothing, '--nothing'",
        "feed.xml, 'feed.xml'",
        "--port, --port needs a value",
        "--feeds --port 1, --feeds needs a value",
        "--port x, not a port",
        "--port 0, not a port",
        "--kafka-port 65536, not a port"
    })
    void whatCantBeUnderstoodIsNamed(String arguments, String message) {
        assertThatThrownBy(() -> UpOptions.parse(words(arguments), DATA))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining(message);
    }

    private static List<String> words(String line) {
        return Arrays.asList(line.split(" "));
    }
}
