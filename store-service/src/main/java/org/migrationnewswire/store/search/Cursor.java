// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Locale;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.migrationnewswire.runtime.http.ProblemException;

/**
 * The place of an item in an order: what was sorted by, so that it stays when items come in before it.
 *
 * @param order the order that it is a place in
 * @param score of the item; 0 where the order is by date
 * @param sortDate milliseconds since 1970
 * @param id of the item
 */
public record Cursor(SearchRequest.Order order, float score, long sortDate, String id) {
    private static final int MAX_LENGTH = 200;

    static Cursor read(String text, SearchRequest.Order order) {
        try {
            if (text.length() > MAX_LENGTH) {
                throw new IllegalArgumentException("too long");
            }
            String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", -1);
            Cursor cursor = new Cursor(
                    SearchRequest.Order.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                    Float.parseFloat(parts[1]),
                    Long.parseLong(parts[2]),
                    parts[3]);
            if (cursor.order() == order && parts.length == 4) {
                return cursor;
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            // answered below like one of another order
        }
        throw ProblemException.badRequest(
                "after", 0, "'after' is no cursor of this sort: take the 'next' of the page before, as it is.");
    }

    /** As a client gets it. */
    public String text() {
        String plain = order.name().toLowerCase(Locale.ROOT) + " " + score + " " + sortDate + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    /** As Lucene wants it, for {@code ItemSearch}'s sorts. */
    FieldDoc doc() {
        BytesRef idBytes = new BytesRef(id);
        Object[] fields = order == SearchRequest.Order.RELEVANCE
                ? new Object[] {score, sortDate, idBytes}
                : new Object[] {sortDate, idBytes};
        return new FieldDoc(Integer.MAX_VALUE, score, fields);
    }
}
