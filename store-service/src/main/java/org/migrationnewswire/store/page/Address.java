// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page's state as query parameters, and the addresses of its neighbours. Immutable. */
final class Address {
    private static final String AFTER = "after";

    private final Map<String, List<String>> parameters;

    Address(Map<String, List<String>> given) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        given.forEach((name, values) -> {
            List<String> present = values.stream().filter(v -> !v.isBlank()).toList();
            if (!present.isEmpty()) {
                kept.put(name, present);
            }
        });
        this.parameters = kept;
    }

    boolean has(String name, String value) {
        return parameters.getOrDefault(name, List.of()).contains(value);
    }

    /** With that value, or without it when it is there; from the first page on. */
    String toggled(String name, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        List<String> values = new ArrayList<>(changed.getOrDefault(name, List.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        changed.put(name, values);
        changed.remove(AFTER);
        return href(changed);
    }

    String next(String cursor) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        changed.put(AFTER, List.of(cursor));
        return href(changed);
    }

    /** The same question to the API. */
    String api() {
        return "/items" + query(parameters);
    }

    Map<String, List<String>> parameters() {
        return parameters;
    }

    private static String href(Map<String, List<String>> parameters) {
        return "/" + query(parameters);
    }

    private static String query(Map<String, List<String>> parameters) {
        String query = parameters.entrySet().stream()
                .flatMap(p -> p.getValue().stream()
                        .map(v -> URLEncoder.encode(p.getKey(), UTF_8) + "=" + URLEncoder.encode(v, UTF_8)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
