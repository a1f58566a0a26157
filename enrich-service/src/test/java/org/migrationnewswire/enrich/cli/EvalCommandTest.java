// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationnewswire.contracts.Json;

class EvalCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void whatIsRightWrongAndMissedIsCountedOverAllTexts() throws IOException {
        Path file = write("""
                {"id":"1","corpus":"a","text":"Kenya and Malta met.","countries":["KE","MT"],"focus":["KE"]}
                {"id":"2","corpus":"b","text":"Norway paid.","countries":["SE"],"focus":["SE"]}
                """);

        assertThat(run(file.toString(), "--json")).isZero();

        var all = Json.read(out.toByteArray(), JsonNode.class).path("countries").path("all");
        assertThat(all.path("texts").asInt()).isEqualTo(2);
        assertThat(all.path("precision").asDouble()).isEqualTo(0.667);
        assertThat(all.path("recall").asDouble()).isEqualTo(0.667);
        assertThat(all.path("f1").asDouble()).isEqualTo(0.667);
        assertThat(all.path("focus").asDouble()).isEqualTo(0.5);
    }

    @Test
    void errorsAreShownWithTheWordsThatMadeThem() throws IOException {
        Path file = write("{\"id\":\"2\",\"text\":\"Norway paid.\",\"countries\":[\"SE\"]}\n");

        assertThat(run(file.toString(), "--errors", "9")).isZero();

        assertThat(out.toString(UTF_8)).contains("missed SE  2").contains("wrong  NO  2  [Norway]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{|:2: the line is not JSON",
                "[]|:2: the line is no JSON object",
                "{\"countries\":[]}|:2: there is neither 'text' nor 'title'",
                "{\"text\":\"x\"}|:2: 'countries' is missing or no list",
                "{\"text\":\"x\",\"countries\":[\"Malta\"]}|'Malta', which is no code",
            })
    void aWrongLineIsNamedAndEndsIt(String line, String message) throws IOException {
        Path file = write("{\"text\":\"x\",\"countries\":[]}\n" + line + "\n");

        assertThat(run(file.toString())).isEqualTo(2);

        assertThat(err.toString(UTF_8)).contains(message).hasLineCount(1);
    }

    @Test
    void wrongArgumentsAreSaid() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("no-such-file")).isEqualTo(2);
        assertThat(run("a", "b")).isEqualTo(2);
        assertThat(run("a", "--errors", "many")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).hasLineCount(4);
    }

    private int run(String... arguments) {
        return EvalCommand.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), arguments);
    }

    private Path write(String lines) throws IOException {
        return Files.writeString(folder.resolve("labelled.jsonl"), lines);
    }
}
