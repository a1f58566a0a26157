// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A JVM that can be killed and started again with the same command; its output goes to one file. */
final class JavaProcess {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final int STOP_WITHIN_S = 20;

    private final List<String> command;
    private final Path log;
    private @Nullable Process process;

    JavaProcess(List<String> arguments, Path log) {
        this.command =
                new ArrayList<>(List.of(JAVA.toString(), "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        this.command.addAll(arguments);
        this.log = log;
    }

    void start() {
        if (isAlive()) {
            throw new IllegalStateException(log.getFileName() + " runs already");
        }
        try {
            Files.createDirectories(log.getParent());
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: what it had not given away is gone. */
    void kill() {
        end(true);
    }

    /** SIGTERM, and a wait until it has stopped. */
    void stop() {
        end(false);
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    private void end(boolean hard) {
        if (process == null) {
            return;
        }
        if (hard) {
            process.destroyForcibly();
        } else {
            process.destroy();
        }
        try {
            if (!process.waitFor(STOP_WITHIN_S, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new IllegalStateException(
                        log.getFileName() + " did not stop within " + STOP_WITHIN_S + " s; its log is " + log);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
