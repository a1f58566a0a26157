// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A running Kafka broker in this JVM. Closing it leaves the broker's clean-shutdown mark in its folder. */
public final class EmbeddedBroker implements AutoCloseable {
    // A folder belongs to a cluster; any constant will do, and only a constant lets a folder be opened again.
    private static final String CLUSTER_ID = "bWlncmF0aW9uLW5ld3dpcmU";

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts a broker in that folder on any free ports. */
    public static EmbeddedBroker start(Path folder) {
        return start(BrokerConfig.in(folder));
    }

    /**
     * Starts a broker, and gives it back when it accepts clients: 3 to 6 seconds in a new folder, less than one in an
     * old one.
     */
    public static EmbeddedBroker start(BrokerConfig config) {
        int port = config.port() == 0 ? freePort() : config.port();
        int controllerPort = config.controllerPort() == 0 ? freePort() : config.controllerPort();
        Map<String, String> properties = config.properties(port, controllerPort);
        format(config.folder());
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(asProperties(properties)), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, port);
    }

    private static Properties asProperties(Map<String, String> map) {
        Properties properties = new Properties();
        properties.putAll(map);
        return properties;
    }

    /** {@code host:port} for clients. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Stops it cleanly, and waits until it has. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path folder) {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(folder);
            new Formatter()
                    .setClusterId(CLUSTER_ID)
                    .setNodeId(Integer.parseInt(BrokerConfig.NODE_ID))
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(folder.toString())
                    .addDirectory(folder.toString())
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(
                    "the broker's folder " + folder + " can't be formatted: " + e.getMessage(), e);
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
