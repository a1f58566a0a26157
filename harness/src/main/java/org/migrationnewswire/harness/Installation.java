// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.migrationnewswire.contracts.Steps;
import org.migrationnewswire.contracts.kafka.KafkaConnection;

/** Broker and services in processes of their own, in one folder, on ports that stay over restarts. */
public final class Installation implements AutoCloseable {
    private final Path folder;
    private final Map<String, String> everywhere;
    private final Map<Part, Integer> ports = new EnumMap<>(Part.class);
    private final Map<Part, JavaProcess> processes = new EnumMap<>(Part.class);

    /**
     * An installation that is not started yet.
     *
     * @param root the project's folder, with every service built
     * @param folder where it keeps everything
     * @param ingestSettings settings of the ingest service, by name
     */
    public Installation(Path root, Path folder, Map<String, String> ingestSettings) {
        this(root, folder, ingestSettings, Map.of(), Map.of());
    }

    /**
     * An installation that is not started yet.
     *
     * @param root the project's folder, with every service built
     * @param folder where it keeps everything
     * @param ingestSettings settings of the ingest service, by name
     * @param everywhere settings of every service
     * @param brokerSettings settings of the broker, by Kafka's names
     */
    public Installation(
            Path root,
            Path folder,
            Map<String, String> ingestSettings,
            Map<String, String> everywhere,
            Map<String, String> brokerSettings) {
        this.folder = folder;
        this.everywhere = Map.copyOf(everywhere);
        for (Part part : Part.values()) {
            ports.put(part, freePort());
        }
        processes.put(Part.BROKER, broker(brokerSettings));
        processes.put(Part.INGEST, service(root, Part.INGEST, ingestSettings));
        processes.put(Part.ENRICH, service(root, Part.ENRICH, Map.of("newswire.enrich.state-folder", path("streams"))));
        processes.put(Part.STORE, service(root, Part.STORE, Map.of("newswire.store.index-folder", path("index"))));
    }

    /** Starts everything that does not run. */
    public void start() {
        for (Part part : Part.values()) {
            if (!process(part).isAlive()) {
                start(part);
            }
        }
    }

    /** Starts one part. */
    public void start(Part part) {
        process(part).start();
    }

    /** Kills one part with SIGKILL. */
    public void kill(Part part) {
        process(part).kill();
        forgetHeldSteps(part);
    }

    /** Stops one part with SIGTERM. */
    public void stop(Part part) {
        process(part).stop();
    }

    /** Whether a part runs. */
    public boolean runs(Part part) {
        return process(part).isAlive();
    }

    /** Asks a service to hold when it next comes to that step. */
    public void holdAt(String step) {
        touch(stepFile(step, ".hold"));
    }

    /** Whether the service is held at that step now. */
    public boolean isHeldAt(String step) {
        return Files.exists(stepFile(step, ".held"));
    }

    /** Lets the service go on from that step, or no longer hold there. */
    public void release(String step) {
        delete(stepFile(step, ".hold"));
        delete(stepFile(step, ".held"));
    }

    /** Address of a service, without a slash at its end. */
    public String address(Part part) {
        return "http://127.0.0.1:" + ports.get(part);
    }

    /** The way to its Kafka. */
    public KafkaConnection kafka() {
        return KafkaConnection.to("127.0.0.1:" + ports.get(Part.BROKER));
    }

    /** Stops all that runs, the broker last. */
    @Override
    public void close() {
        for (Part part : List.of(Part.STORE, Part.ENRICH, Part.INGEST, Part.BROKER)) {
            process(part).kill();
        }
    }

    private JavaProcess process(Part part) {
        JavaProcess process = processes.get(part);
        if (process == null) {
            throw new IllegalArgumentException("no process for " + part);
        }
        return process;
    }

    private JavaProcess broker(Map<String, String> settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerMain.class.getName(),
                path("kafka"),
                String.valueOf(ports.get(Part.BROKER))));
        settings.forEach((name, value) -> arguments.add(name + "=" + value));
        return new JavaProcess(arguments, log(Part.BROKER));
    }

    private JavaProcess service(Path root, Part part, Map<String, String> settings) {
        Path jar = root.resolve(part.module()).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is not there: build with './mvnw package' first");
        }
        List<String> arguments = new ArrayList<>();
        arguments.add(property("newswire.kafka.bootstrap-servers", "127.0.0.1:" + ports.get(Part.BROKER)));
        arguments.add(property("quarkus.http.port", String.valueOf(ports.get(part))));
        arguments.add(property(Steps.FOLDER, stepFolder(part).toString()));
        everywhere.forEach((name, value) -> arguments.add(property(name, value)));
        settings.forEach((name, value) -> arguments.add(property(name, value)));
        arguments.add("-jar");
        arguments.add(jar.toString());
        return new JavaProcess(arguments, log(part));
    }

    private static String property(String name, String value) {
        return "-D" + name + "=" + value;
    }

    private Path log(Part part) {
        return folder.resolve("logs").resolve(part.folder() + ".log");
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private Path stepFolder(Part part) {
        try {
            return Files.createDirectories(folder.resolve("steps").resolve(part.folder()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A step is named after its service: {@code ingest.records.sent}. */
    private Path stepFile(String step, String suffix) {
        return folder.resolve("steps")
                .resolve(step.substring(0, step.indexOf('.')))
                .resolve(step + suffix);
    }

    private void forgetHeldSteps(Part part) {
        try (var files = Files.list(stepFolder(part))) {
            files.forEach(Installation::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void touch(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
