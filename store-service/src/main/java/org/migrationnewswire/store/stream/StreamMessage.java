// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.stream;

import org.jspecify.annotations.Nullable;

/**
 * One block of a stream, as the HTML standard's server-sent events have them.
 *
 * @param name {@code event:}; null for none
 * @param id {@code id:}; null when the reader keeps the one it has
 * @param data {@code data:}; null for none
 * @param comment a comment; null for none
 * @param first whether it tells how soon to come again ({@code retry:})
 */
public record StreamMessage(
        @Nullable String name,
        @Nullable String id,
        @Nullable String data,
        @Nullable String comment,
        boolean first) {
    static StreamMessage item(StreamEvent event, String data, String id) {
        String type = event.type().wireName();
        return new StreamMessage(type.substring(type.lastIndexOf('.') + 1), id, data, null, false);
    }

    static StreamMessage opening(@Nullable String id) {
        return new StreamMessage(null, id, null, "newswire", true);
    }

    static StreamMessage heartBeat(@Nullable String id) {
        return new StreamMessage(null, id, null, "heart-beat", false);
    }

    /** The reader has to begin anew: what it has asked to resume from is no more. */
    static StreamMessage reset(String detail) {
        return new StreamMessage("reset", "", "{\"detail\":\"" + detail + "\"}", null, false);
    }

    /** The reader was too slow. */
    static StreamMessage slow(String id) {
        String data = "{\"detail\":\"You read more slowly than items come. Resume with this event's id as"
                + " Last-Event-ID, or read a narrower filter.\",\"resume\":\"" + id + "\"}";
        return new StreamMessage("slow", id, data, null, false);
    }
}
