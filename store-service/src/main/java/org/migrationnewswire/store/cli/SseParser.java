// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts server-sent events together, line by line, as the HTML standard says (section 9.2.6). */
final class SseParser {
    private final StringBuilder data = new StringBuilder();
    private String name = "";
    private String lastId = "";
    private @Nullable Long retryMs;

    /**
     * An event.
     *
     * @param name empty when it has none
     * @param data its lines, divided by line feeds
     */
    record Event(String name, String data) {}

    /** Takes a line without its end; gives the event that it completes. */
    Optional<Event> line(String line) {
        if (line.isEmpty()) {
            return dispatch();
        }
        int colon = line.indexOf(':');
        if (colon != 0) { // else a comment
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1);
            field(field, value.startsWith(" ") ? value.substring(1) : value);
        }
        return Optional.empty();
    }

    /** The id of the newest block, empty when there was none. */
    String lastId() {
        return lastId;
    }

    /** How long to wait before coming again; null when nobody said. */
    @Nullable
    Long retryMs() {
        return retryMs;
    }

    private void field(String field, String value) {
        switch (field) {
            case "event" -> name = value;
            case "data" -> data.append(value).append('\n');
            case "id" -> {
                if (value.indexOf('\0') < 0) {
                    lastId = value;
                }
            }
            case "retry" -> {
                if (value.matches("\\d{1,9}")) {
                    retryMs = Long.valueOf(value);
                }
            }
            default -> {} // unknown fields are passed over
        }
    }

    private Optional<Event> dispatch() {
        String lines = data.toString();
        Event event = new Event(name, lines.isEmpty() ? "" : lines.substring(0, lines.length() - 1));
        data.setLength(0);
        name = "";
        return lines.isEmpty() ? Optional.empty() : Optional.of(event);
    }
}
