// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void isHeldByOneAtATime() throws IOException {
        try (DataFolder held = DataFolder.open(folder)) {
            assertThat(held.broker()).isEqualTo(folder.resolve("kafka"));
            assertThatThrownBy(() -> DataFolder.open(folder))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        DataFolder.open(folder).close();
    }

    @Test
    void whatCantBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--data");
    }
}
