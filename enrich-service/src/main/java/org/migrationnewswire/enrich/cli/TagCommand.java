// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.enrich.tag.TagInput;
import org.migrationnewswire.enrich.tag.TaggedText;
import org.migrationnewswire.enrich.tag.Tagger;
import org.migrationnewswire.enrich.taxonomy.TaxonomyFiles;

/** Tags what stands on standard input: one text, or a line of JSON a text. A bad line is answered on its own line. */
public final class TagCommand {
    private final Tagger tagger;
    private final Clock clock;
    private final ObjectMapper mapper = new ObjectMapper();
    private boolean allTagged = true;

    private TagCommand(Tagger tagger, Clock clock) {
        this.tagger = tagger;
        this.clock = clock;
    }

    /** Ends the process with 0 when all was tagged, else 1; 2 when the arguments are wrong. */
    public static void main(String... arguments) throws IOException {
        boolean lines = Arrays.equals(arguments, new String[] {"--jsonl"});
        if (arguments.length > 0 && !lines) {
            System.err.println("newswire: 'tag' takes no '" + arguments[0] + "'. './newswire tag --help' says more.");
            System.exit(2);
        }
        TagCommand command = new TagCommand(new Tagger(TaxonomyFiles.own()), Clock.systemUTC());
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
                OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))) {
            if (lines) {
                command.lines(in, out);
            } else {
                command.print(out, command.text(new String(System.in.readAllBytes(), UTF_8)));
            }
        }
        System.exit(command.allTagged ? 0 : 1);
    }

    private void lines(BufferedReader in, OutputStream out) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!line.isBlank()) {
                print(out, line(line));
            }
        }
    }

    private Object text(String text) {
        return TaggedText.of(null, tagger.tag(TagInput.of(null, text, null, Instant.now(clock))));
    }

    private Object line(String line) {
        JsonNode node;
        try {
            node = mapper.readTree(line);
        } catch (IOException e) {
            return bad(null, "malformed-json", "the line is not JSON");
        }
        String id = string(node, "id");
        String text = string(node, "text");
        if (text == null) {
            return bad(id, "no-text", "the line has no field 'text' that is a text");
        }
        try {
            String published = string(node, "publishedAt");
            Instant date = published == null ? Instant.now(clock) : Instant.parse(published);
            return TaggedText.of(
                    id, tagger.tag(TagInput.of(string(node, "title"), text, string(node, "language"), date)));
        } catch (DateTimeException e) {
            return bad(id, "bad-date", "publishedAt is no instant such as 2026-11-02T08:00:00Z");
        }
    }

    private Object bad(@Nullable String id, String category, String detail) {
        allTagged = false;
        Map<String, Object> answer = new LinkedHashMap<>();
        if (id != null) {
            answer.put("id", id);
        }
        Map<String, String> error = new LinkedHashMap<>();
        error.put("category", category);
        error.put("detail", detail);
        answer.put("error", error);
        return answer;
    }

    private void print(OutputStream out, Object answer) throws IOException {
        out.write(Json.write(answer));
        out.write('\n');
    }

    private static @Nullable String string(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() || value.isNumber() ? value.asText() : null;
    }
}
