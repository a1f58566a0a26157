// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.harness;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.migrationnewswire.broker.BrokerConfig;
import org.migrationnewswire.broker.EmbeddedBroker;

/** A broker in a JVM of its own: {@code FOLDER PORT [NAME=VALUE ...]}. */
final class BrokerMain {
    private BrokerMain() {}

    public static void main(String... arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        Map<String, String> settings = Arrays.stream(arguments)
                .skip(2)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        EmbeddedBroker broker =
                EmbeddedBroker.start(new BrokerConfig(folder, Integer.parseInt(arguments[1]), 0, settings));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        Thread.currentThread().join();
    }
}
