// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.migrationnewswire.broker.BrokerConfig;
import org.migrationnewswire.broker.EmbeddedBroker;
import org.migrationnewswire.ingest.registry.FeedArguments;

/** {@code ./newswire up}: checks, starts the broker, starts the services, and stops them in the right order. */
@QuarkusMain
public final class Newswire {
    /** Property by which the script says where {@code data} is when nobody gives {@code --data}. */
    private static final String DEFAULT_DATA = "newswire.app.default-data";

    private static final int WRONG_COMMAND = 2;

    private Newswire() {}

    /** Starts the newswire; comes back when it has stopped. */
    public static void main(String... arguments) {
        int code;
        try {
            code = up(UpOptions.parse(Arrays.asList(arguments), Path.of(System.getProperty(DEFAULT_DATA, "data"))));
        } catch (LaunchException e) {
            System.err.println("newswire: " + e.getMessage());
            code = WRONG_COMMAND;
        }
        System.exit(code);
    }

    private static int up(UpOptions options) {
        checkFeeds(options.feeds());
        checkPort("--port", options.port());
        checkPort("--kafka-port", options.kafkaPort());
        DataFolder data = DataFolder.open(options.data());
        EmbeddedBroker broker = start(options, data);
        CountDownLatch servicesStopped = new CountDownLatch(1);
        // The broker must outlive the services also when a signal ends the process, so it is closed by a hook that
        // waits for them: what stands after Quarkus.run is not reached then.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAfter(servicesStopped, broker), "stop-broker"));
        settings(options, data, broker).forEach(System::setProperty);
        AtomicInteger code = new AtomicInteger();
        try {
            Quarkus.run(Announcement.class, (exitCode, failure) -> code.set(exitCode));
        } finally {
            servicesStopped.countDown();
        }
        return code.get();
    }

    private static EmbeddedBroker start(UpOptions options, DataFolder data) {
        try {
            return EmbeddedBroker.start(new BrokerConfig(data.broker(), options.kafkaPort(), 0, Map.of()));
        } catch (RuntimeException e) {
            throw new LaunchException("The broker did not start from " + data.broker() + ": " + e.getMessage());
        }
    }

    private static void closeAfter(CountDownLatch servicesStopped, EmbeddedBroker broker) {
        try {
            servicesStopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        broker.close();
    }

    private static Map<String, String> settings(UpOptions options, DataFolder data, EmbeddedBroker broker) {
        return Map.of(
                "quarkus.http.port", Integer.toString(options.port()),
                "newswire.kafka.bootstrap-servers", broker.bootstrapServers(),
                "newswire.store.index-folder", data.index().toString(),
                "newswire.enrich.state-folder", data.streams().toString(),
                "newswire.ingest.disk-folder", data.broker().toString(),
                "newswire.ingest.feeds", list(options.feeds()),
                "newswire.demo.enabled", Boolean.toString(options.demo()));
    }

    /** The feeds as one property: a list's values are separated by commas, and their own commas escaped. */
    private static String list(List<String> feeds) {
        return feeds.stream()
                .map(feed -> feed.replace("\\", "\\\\").replace(",", "\\,"))
                .collect(Collectors.joining(","));
    }

    private static void checkFeeds(List<String> feeds) {
        if (FeedArguments.resolve(feeds) instanceof FeedArguments.Wrong wrong) {
            throw new LaunchException(wrong.sentence());
        }
    }

    private static void checkPort(String option, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new LaunchException(
                    "Port " + port + " is busy: stop what listens there, or choose another with " + option + ".");
        }
    }
}
