// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.app;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What {@code ./newswire up} was asked for.
 *
 * @param feeds OPML files, feed files or URLs, as given
 * @param port of page and API
 * @param kafkaPort of the broker
 * @param data folder that holds everything that lasts
 * @param demo whether the demo feeds are served and followed
 */
record UpOptions(List<String> feeds, int port, int kafkaPort, Path data, boolean demo) {
    private static final String HINT = " './newswire up --help' has the options.";
    private static final int MAX_PORT = 65_535;

    /**
     * Reads the command line.
     *
     * @throws LaunchException when it can't be understood; the message says why
     */
    static UpOptions parse(List<String> arguments, Path defaultData) {
        List<String> feeds = new ArrayList<>();
        int port = 8080;
        int kafkaPort = 9092;
        Path data = defaultData;
        boolean demo = false;
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--feeds" -> feeds.addAll(values(option, rest));
                case "--port" -> port = port(option, value(option, rest));
                case "--kafka-port" -> kafkaPort = port(option, value(option, rest));
                case "--demo" -> demo = true;
                case "--data" -> data = Path.of(value(option, rest));
                default -> throw new LaunchException("'" + option + "' is no option of 'up'." + HINT);
            }
        }
        return new UpOptions(
                List.copyOf(feeds), port, kafkaPort, data.toAbsolutePath().normalize(), demo);
    }

    private static List<String> values(String option, Deque<String> rest) {
        List<String> values = new ArrayList<>();
        values.add(value(option, rest));
        while (!rest.isEmpty() && !rest.peek().startsWith("--")) {
            values.add(rest.pop());
        }
        return values;
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty() || rest.peek().startsWith("--")) {
            throw new LaunchException(option + " needs a value." + HINT);
        }
        return rest.pop();
    }

    private static int port(String option, String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // answered below like any other number that is no port
        }
        throw new LaunchException(option + " is '" + value + "', not a port from 1 to " + MAX_PORT + ".");
    }
}
