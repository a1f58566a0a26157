// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Named steps of the services' work, at which crash tests hold a process to kill it there. In a process that was not
 * started with {@code -Dnewswire.steps.folder=FOLDER}, reaching a step does nothing.
 *
 * <p>In one that was: if the folder holds a file {@code NAME.hold}, the step is reached by renaming that file to
 * {@code NAME.held}, and the thread goes on when that file is gone.
 */
public final class Steps {
    /** System property that names the folder. */
    public static final String FOLDER = "newswire.steps.folder";

    private static final @Nullable Path FOLDER_PATH = folder();
    private static final long LOOK_AGAIN_NANOS = 5_000_000;

    private Steps() {}

    /** Says that the work has come to the step of that name. */
    public static void reached(String name) {
        if (FOLDER_PATH != null) {
            hold(FOLDER_PATH, name);
        }
    }

    private static void hold(Path folder, String name) {
        Path wanted = folder.resolve(name + ".hold");
        Path held = folder.resolve(name + ".held");
        if (!Files.exists(wanted)) {
            return;
        }
        try {
            Files.move(wanted, held);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        while (Files.exists(held)) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private static @Nullable Path folder() {
        String property = System.getProperty(FOLDER);
        return property == null ? null : Path.of(property);
    }
}
