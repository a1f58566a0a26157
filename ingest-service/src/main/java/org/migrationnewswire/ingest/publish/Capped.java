// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Item;

/**
 * A text within {@link Item#MAX_CONTENT_BYTES} bytes of UTF-8, cut between two characters.
 *
 * @param text the text or its beginning; null when there was none
 * @param cut whether something is missing
 */
record Capped(@Nullable String text, boolean cut) {
    static Capped of(@Nullable String text) {
        if (text == null || text.length() <= Item.MAX_CONTENT_BYTES / 3) {
            return new Capped(text, false);
        }
        CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
        CharBuffer in = CharBuffer.wrap(text);
        encoder.encode(in, ByteBuffer.allocate(Item.MAX_CONTENT_BYTES), true);
        return in.hasRemaining() ? new Capped(text.substring(0, in.position()), true) : new Capped(text, false);
    }
}
