// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.migrationnewswire.broker.testing.Patience;

/** A stream of server-sent events, read over HTTP on a thread of its own. */
final class EventStream implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Socket socket;
    private final BufferedReader reader;
    private final List<String> lines = new ArrayList<>();

    private EventStream(Socket socket, BufferedReader reader) {
        this.socket = socket;
        this.reader = reader;
        Thread.ofVirtual().start(this::read);
    }

    /** Opens it; what is not a stream is the test's failure. A socket, since closing one is seen at once. */
    static EventStream open(URI address, Map<String, String> headers) {
        StringBuilder request = new StringBuilder("GET ")
                .append(address.getRawPath())
                .append('?')
                .append(address.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(address.getRawAuthority())
                .append("\r\nAccept: text/event-stream\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        try {
            Socket socket = new Socket(address.getHost(), address.getPort());
            socket.getOutputStream().write(request.append("\r\n").toString().getBytes(UTF_8));
            BufferedReader reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            String status = reader.readLine();
            if (!status.startsWith("HTTP/1.1 200")) {
                socket.close();
            }
            assertThat(status).startsWith("HTTP/1.1 200");
            return new EventStream(socket, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Headers and the sizes of chunks are lines too, and none of an event's. */
    private void read() {
        try {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            // closed by the test
        }
    }

    /** The newest id; waits for the first, which comes at once. */
    String id() {
        Patience.await().until(() -> !values("id:").isEmpty());
        return values("id:").getLast();
    }

    List<String> names() {
        return values("event:");
    }

    /** All that has come, as text. */
    String text() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    /** The newest data of each item. */
    Map<String, JsonNode> items() {
        Map<String, JsonNode> items = new TreeMap<>();
        for (String data : values("data:")) {
            try {
                JsonNode item = JSON.readTree(data);
                items.put(item.path("id").asText(), item);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return items;
    }

    private List<String> values(String field) {
        synchronized (lines) {
            return lines.stream()
                    .filter(line -> line.startsWith(field))
                    .map(line -> line.substring(field.length()).strip())
                    .toList();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
