// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.Serial;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * The one JSON codec of the wire: UTF-8, nulls left out, instants as ISO 8601 UTC with exactly three digits of
 * milliseconds, durations as ISO 8601, unknown fields ignored so that an older reader survives a newer writer.
 */
public final class Json {
    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    /** A new mapper with the wire's settings, for whoever writes the wire's records elsewhere (HTTP, files). */
    public static ObjectMapper mapper() {
        return configure(JsonMapper.builder().build());
    }

    /** Gives a mapper the wire's settings, and gives it back. */
    public static ObjectMapper configure(ObjectMapper mapper) {
        return mapper.registerModule(new JavaTimeModule())
                .registerModule(new SimpleModule("newswire").addSerializer(Instant.class, new Milliseconds()))
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** The value as UTF-8 JSON. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "no JSON for " + value.getClass().getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    /**
     * The record that the bytes hold.
     *
     * @throws UnreadableValueException when they are not JSON or not of that shape; the message names the place
     */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new UnreadableValueException(type.getSimpleName() + ": the JSON null is no value", null);
            }
            return value;
        } catch (JsonMappingException e) {
            throw new UnreadableValueException(
                    type.getSimpleName() + " at " + e.getPathReference() + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UnreadableValueException(type.getSimpleName() + " is not JSON: " + e.getMessage(), e);
        }
    }

    private static final class Milliseconds extends StdSerializer<Instant> {
        @Serial
        private static final long serialVersionUID = 1L;

        private static final DateTimeFormatter FORMAT =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

        Milliseconds() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(FORMAT.format(value.truncatedTo(ChronoUnit.MILLIS)));
        }
    }
}
