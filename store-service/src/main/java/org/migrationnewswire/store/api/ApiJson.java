// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.query.Dimension;
import org.migrationnewswire.query.Highlights;
import org.migrationnewswire.store.search.SearchResult;
import org.migrationnewswire.store.search.SearchResult.Count;

/** The API's own JSON, written straight out: an item's is what the log has, and is read again only for highlights. */
final class ApiJson {
    private static final ObjectMapper MAPPER = Json.mapper();

    private ApiJson() {}

    /** {@code {"items"?, "total", "next"?, "facets"?, "coverage"?}}. */
    static byte[] answer(SearchResult result, @Nullable List<byte[]> items, @Nullable Highlights highlights) {
        return written(json -> {
            if (items != null) {
                items(json, items, highlights);
            }
            json.writePOJOField("total", result.total());
            if (items != null && result.next() != null) {
                json.writeStringField("next", result.next().text());
            }
            facets(json, result);
        });
    }

    /** {@code {"items"}}. */
    static byte[] items(List<byte[]> items) {
        return written(json -> items(json, items, null));
    }

    private static void items(JsonGenerator json, List<byte[]> items, @Nullable Highlights highlights)
            throws IOException {
        json.writeArrayFieldStart("items");
        for (byte[] item : items) {
            String text = new String(item, UTF_8);
            if (highlights != null) {
                String places = MAPPER.writeValueAsString(highlights.of(Json.read(item, TaggedItem.class)));
                text = text.substring(0, text.lastIndexOf('}')) + ",\"highlights\":" + places + "}";
            }
            json.writeRawValue(text);
        }
        json.writeEndArray();
    }

    private static void facets(JsonGenerator json, SearchResult result) throws IOException {
        if (result.facets().isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("facets");
        for (Map.Entry<Dimension, List<Count>> facet : result.facets().entrySet()) {
            json.writePOJOField(facet.getKey().parameter(), facet.getValue());
        }
        json.writeEndObject();
        json.writePOJOField("coverage", result.coverage());
    }

    @FunctionalInterface
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private static byte[] written(Fields fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
