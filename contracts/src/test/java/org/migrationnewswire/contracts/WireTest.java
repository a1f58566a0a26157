// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden files of {@code docs/wire} are what is written and what is read. */
class WireTest {
    private static final Path GOLDEN = Path.of("..", "docs", "wire");
    private static final ObjectMapper PRETTY = Json.mapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    static Stream<String> events() {
        return Examples.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void isWrittenAsItsGoldenFile(String name) throws IOException {
        String written = PRETTY.writeValueAsString(Examples.all().get(name)) + "\n";
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(GOLDEN.resolve(name + ".json"), written);
        }

        assertThat(written).isEqualTo(Files.readString(GOLDEN.resolve(name + ".json")));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isReadFromItsGoldenFile(String name) throws IOException {
        Object example = Examples.all().get(name);

        Object read = Json.read(Files.readAllBytes(GOLDEN.resolve(name + ".json")), example.getClass());

        assertThat(read).isEqualTo(example);
    }

    @Test
    void everyGoldenFileIsAnEvent() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            Set<String> names = files.map(f -> f.getFileName().toString().replace(".json", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(names).isEqualTo(new TreeSet<>(Examples.all().keySet()));
        }
    }

    @Test
    void everyTopicHasARowAndEveryEventAFileInTheDocument() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "wire.md"));

        for (Topic topic : Topic.values()) {
            assertThat(document).contains("| `" + topic.topicName() + "` |");
        }
        assertThat(events()).allSatisfy(name -> assertThat(document).contains("(wire/" + name + ".json)"));
    }

    @Test
    void aFieldFromANewerWriterIsPassedOver() {
        byte[] json =
                "{\"type\":\"poll-feed\",\"subject\":\"f\",\"by\":\"x\",\"at\":\"2026-01-01T00:00:00.000Z\",\"new\":1}"
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(Json.read(json, Command.class).subject()).isEqualTo("f");
    }

    @Test
    void bytesThatAreNoEventAreNamed() {
        assertThatThrownBy(() -> Json.read("{\"id\":".getBytes(StandardCharsets.UTF_8), Item.class))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("Item");
        assertThatThrownBy(() -> Json.read("{\"id\":\"a\"}".getBytes(StandardCharsets.UTF_8), Item.class))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("item feedId is missing");
        assertThatThrownBy(() -> Json.read("null".getBytes(StandardCharsets.UTF_8), Item.class))
                .isInstanceOf(UnreadableValueException.class);
    }

    @Test
    void aWithdrawnItemKeepsNoContent() {
        Item item = (Item) Examples.all().get("item");

        String json = new String(Json.write(item.withdrawn(item.fetchedAt().plusSeconds(1))), StandardCharsets.UTF_8);

        assertThat(json).doesNotContain("Malta", "coast-guard", "Ada", "Rescue", "map.png");
    }
}
