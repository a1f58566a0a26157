// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Prints items as they come, and reconnects for as long as it is let. */
public final class TailCommand {
    private static final long PAUSE_MS = 2_000;

    private final Arguments arguments;
    private final Instance instance = new Instance();
    private final Terminal terminal;
    private final PrintStream out;
    private final ObjectMapper json = new ObjectMapper();
    private final SseParser parser = new SseParser();
    private boolean connected;

    private TailCommand(Arguments arguments, Terminal terminal, PrintStream out) {
        this.arguments = arguments;
        this.terminal = terminal;
        this.out = out;
    }

    /** Ends with 0 on Ctrl-C, 1 when nothing answers at the first try, 2 when the command is wrong. */
    public static void main(String... given) throws InterruptedException {
        // Ctrl-C is how this command ends, so it is no failure.
        AtomicInteger status = new AtomicInteger();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(status.get())));
        try {
            new TailCommand(Arguments.of("tail", Set.of("json", "types"), given), Terminal.current(), Terminal.out())
                    .follow();
        } catch (IllegalArgumentException e) {
            System.err.println("newswire: " + e.getMessage() + ". './newswire tail --help' says more.");
            status.set(2);
            System.exit(2);
        } catch (IOException e) {
            System.err.println("newswire: " + e.getMessage());
            status.set(1);
            System.exit(1);
        }
    }

    private void follow() throws IOException, InterruptedException {
        while (true) {
            try {
                connection();
                tell("the stream ended");
            } catch (Instance.RefusedException e) {
                if (!e.isLater()) {
                    throw e;
                }
                tell(e.getMessage());
            } catch (IOException e) {
                if (!connected) {
                    throw e;
                }
                tell(e.getMessage());
            }
            Long retry = parser.retryMs();
            TimeUnit.MILLISECONDS.sleep(retry == null ? PAUSE_MS : retry);
        }
    }

    private void connection() throws IOException, InterruptedException {
        try (InputStream body = instance.get(arguments.uri("/stream"), "text/event-stream", parser.lastId());
                BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            connected = true;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                SseParser.Event event = parser.line(line).orElse(null);
                if (event != null) {
                    print(event);
                }
            }
        }
    }

    private void print(SseParser.Event event) throws IOException {
        JsonNode item = json.readTree(event.data());
        if (event.name().equals("reset") || event.name().equals("slow")) {
            tell(item.path("detail").asText());
        } else if (arguments.format().equals("json")) {
            out.println(event.data());
        } else {
            out.println(terminal.line(item, mark(event.name())));
        }
        out.flush();
    }

    private static String mark(String type) {
        return type.equals("published") ? "" : "[" + Terminal.clean(type) + "] ";
    }

    private static void tell(@Nullable String message) {
        System.err.println("newswire: " + (message == null ? "the connection is gone" : message) + "; coming again");
    }
}
