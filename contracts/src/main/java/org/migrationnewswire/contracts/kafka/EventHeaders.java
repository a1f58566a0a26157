// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.DeadLetter;
import org.migrationnewswire.contracts.EventType;

/** Headers of the wire: CloudEvents 1.0 in Kafka's binary mode, and those of dead letters. */
public final class EventHeaders {
    private static final String CE_TYPE = "ce_type";

    private EventHeaders() {}

    /**
     * Headers of an event about an item.
     *
     * @param type why it is written
     * @param id the event's id, unique for its source
     * @param source path of the service: {@code /newswire/ingest}
     * @param subject the item's id
     * @param time when what it tells happened
     */
    public static Headers event(EventType type, String id, String source, String subject, Instant time) {
        return new RecordHeaders()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes(id))
                .add(CE_TYPE, bytes(type.wireName()))
                .add("ce_source", bytes(source))
                .add("ce_subject", bytes(subject))
                .add("ce_time", bytes(time.truncatedTo(ChronoUnit.MILLIS).toString()))
                .add("content-type", bytes("application/json"));
    }

    /** The type of event that the headers name; null when they name none. */
    public static @Nullable EventType type(Headers headers) {
        String name = text(headers, CE_TYPE);
        return name == null ? null : EventType.ofWireName(name);
    }

    /** Headers of a dead letter. */
    public static Headers deadLetter(DeadLetter letter) {
        return new RecordHeaders()
                .add(DeadLetter.TOPIC, bytes(letter.topic()))
                .add(DeadLetter.PARTITION, bytes(Integer.toString(letter.partition())))
                .add(DeadLetter.OFFSET, bytes(Long.toString(letter.offset())))
                .add(DeadLetter.CATEGORY, bytes(letter.category()))
                .add(DeadLetter.MESSAGE, bytes(letter.message()));
    }

    /** The last header of that name as text; null when there is none. */
    public static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
