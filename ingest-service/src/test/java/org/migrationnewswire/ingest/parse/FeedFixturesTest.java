// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationnewswire.contracts.Json;

/** Each {@code case.xml} is read as its {@code case.json} says. */
class FeedFixturesTest {
    private static final ObjectMapper JSON = Json.mapper();

    static Stream<Path> cases() throws IOException, URISyntaxException {
        Path folder = Path.of(FeedFixturesTest.class.getResource("/feeds").toURI());
        return Files.list(folder).filter(f -> f.toString().endsWith(".xml")).sorted();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isReadAsItsPairSays(Path document) throws IOException {
        ParseResult result =
                new FeedParser().parse(Files.readAllBytes(document), null, "https://harbour.example/feed.xml");

        assertThat(result).isInstanceOf(ParseResult.Parsed.class);
        assertThat(shape(((ParseResult.Parsed) result).feed()))
                .isEqualTo(JSON.readTree(
                        Files.readAllBytes(Path.of(document.toString().replace(".xml", ".json")))));
    }

    private static JsonNode shape(ParsedFeed feed) throws IOException {
        ObjectNode shape = (ObjectNode) JSON.readTree(Json.write(feed));
        shape.remove("format");
        if (shape.get("withdrawn").isEmpty()) {
            shape.remove("withdrawn");
        }
        if (feed.about().equals(ParsedFeed.About.NOTHING)) {
            shape.remove("about");
        }
        shape.set("items", shape.remove("entries"));
        return shape;
    }
}
