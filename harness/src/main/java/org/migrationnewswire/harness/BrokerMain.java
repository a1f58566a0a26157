// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.harness;

import java.nio.file.Path;
import java.util.Map;
import org.migrationnewswire.broker.BrokerConfig;
import org.migrationnewswire.broker.EmbeddedBroker;

/** A broker in a JVM of its own: {@code FOLDER PORT}. */
final class BrokerMain {
    private BrokerMain() {}

    public static void main(String... arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        EmbeddedBroker broker =
                EmbeddedBroker.start(new BrokerConfig(folder, Integer.parseInt(arguments[1]), 0, Map.of()));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        Thread.currentThread().join();
    }
}
