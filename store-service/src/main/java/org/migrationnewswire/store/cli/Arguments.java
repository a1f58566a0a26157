// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a command was given: the filter's parameters and its own options.
 *
 * @param at address of the instance, without a slash at its end
 * @param parameters of the query, {@code name=value}, encoded
 * @param format how to print; empty when nobody says
 */
record Arguments(String at, List<String> parameters, String format) {
    private static final Set<String> FILTERS = Set.of(
            "q",
            "region",
            "theme",
            "feed",
            "language",
            "kind",
            "membersOf",
            "since",
            "until",
            "zone",
            "region.all",
            "theme.all",
            "feed.all",
            "language.all",
            "kind.all");

    /**
     * Reads the arguments of a command.
     *
     * @param command its name, for messages
     * @param own names of options that it has besides those of the filter
     * @throws IllegalArgumentException when there is one that it does not know; the message is for the user
     */
    static Arguments of(String command, Set<String> own, String... given) {
        String at = "http://localhost:8080";
        String format = "";
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < given.length; i++) {
            String name = given[i].startsWith("--") ? given[i].substring(2) : "q";
            boolean known = FILTERS.contains(name) || own.contains(name) || name.equals("at");
            if (!known) {
                throw new IllegalArgumentException("'" + command + "' has no option '" + given[i] + "'");
            }
            if (name.equals("json")) {
                format = "json";
                continue;
            }
            if (given[i].startsWith("--") && ++i == given.length) {
                throw new IllegalArgumentException("'--" + name + "' needs a value");
            }
            switch (name) {
                case "at" -> at = address(given[i]);
                case "format" -> format = given[i];
                default -> parameters.add(name + "=" + URLEncoder.encode(given[i], UTF_8));
            }
        }
        return new Arguments(at, parameters, format);
    }

    URI uri(String path) {
        return URI.create(at + path + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters)));
    }

    private static String address(String text) {
        String address = text.contains("://") ? text : "http://" + text;
        try {
            URI uri = URI.create(address);
            if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
                return address.replaceAll("/+$", "");
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new IllegalArgumentException("'--at " + text + "' is no address such as http://localhost:8080");
    }
}
