// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Asks a running instance and prints its answer. */
public final class SearchCommand {
    private static final Set<String> FORMATS = Set.of("", "table", "json", "csv");
    private static final String FORMULA = "=+-@\t\r";

    private SearchCommand() {}

    /** Ends with 0 after an answer, 1 when there is none, 2 when the command is wrong. */
    public static void main(String... given) throws InterruptedException {
        try {
            Arguments arguments = Arguments.of("search", Set.of("format", "limit", "sort", "after"), given);
            if (!FORMATS.contains(arguments.format())) {
                throw new IllegalArgumentException(
                        "'--format' is table, json or csv, not '" + arguments.format() + "'");
            }
            run(arguments, Terminal.current(), Terminal.out());
        } catch (IllegalArgumentException e) {
            System.err.println("newswire: " + e.getMessage() + ". './newswire search --help' says more.");
            System.exit(2);
        } catch (IOException e) {
            System.err.println("newswire: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Arguments arguments, Terminal terminal, PrintStream out)
            throws IOException, InterruptedException {
        JsonNode answer;
        byte[] body;
        try (InputStream in = new Instance().get(arguments.uri("/items"), "application/json", "")) {
            body = in.readAllBytes();
            answer = new ObjectMapper().readTree(body);
        }
        switch (arguments.format()) {
            case "json" -> {
                out.writeBytes(body);
                out.println();
            }
            case "csv" -> csv(answer, out);
            default -> table(answer, terminal, out);
        }
        out.flush();
    }

    private static void table(JsonNode answer, Terminal terminal, PrintStream out) {
        answer.path("items").forEach(item -> out.println(terminal.line(item, "")));
        JsonNode total = answer.path("total");
        int shown = answer.path("items").size();
        System.err.printf(
                "newswire: %d of %s%d%n",
                shown,
                total.path("relation").asText().equals("gte") ? "more than " : "",
                total.path("value").asLong());
    }

    private static void csv(JsonNode answer, PrintStream out) {
        out.print("id,date,source,title,link,regions,themes\r\n");
        for (JsonNode item : answer.path("items")) {
            List<String> cells = new ArrayList<>(List.of(
                    item.path("id").asText(),
                    item.path("sortDate").asText(),
                    item.path("feed").path("title").asText(),
                    item.path("title").asText(),
                    item.path("link").asText(),
                    ids(item.path("regions")),
                    ids(item.path("themes"))));
            out.print(cells.stream().map(SearchCommand::cell).collect(Collectors.joining(",")) + "\r\n");
        }
    }

    private static String ids(JsonNode tags) {
        Stream<JsonNode> all = StreamSupport.stream(tags.spliterator(), false);
        return all.map(tag -> tag.path("id").asText()).collect(Collectors.joining(" "));
    }

    /** RFC 4180; what a spreadsheet would take for a formula begins with an apostrophe. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
