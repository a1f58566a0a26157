// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Item;

/** Authors as one string: "name", "address", "address (name)" (RSS 2.0, author) and "name &lt;address&gt;" (RFC 5322). */
final class Person {
    private static final String ADDRESS = "([A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9.-]{1,190}\\.[A-Za-z]{2,24})";
    private static final Pattern NAME_LAST = Pattern.compile("^(?:mailto:)?" + ADDRESS + "\\s*\\(([^()]{1,200})\\)$");
    private static final Pattern ADDRESS_LAST = Pattern.compile("^(.{1,200}?)\\s*[<(](?:mailto:)?" + ADDRESS + "[>)]$");
    private static final Pattern ALONE = Pattern.compile("^(?:mailto:)?" + ADDRESS + "$");

    private Person() {}

    /** The author; null when the text is empty. */
    static Item.@Nullable Author of(@Nullable String text) {
        String plain = text == null ? "" : text.strip();
        if (plain.isEmpty()) {
            return null;
        }
        Matcher m = NAME_LAST.matcher(plain);
        if (m.matches()) {
            return author(m.group(2), m.group(1));
        }
        m = ADDRESS_LAST.matcher(plain);
        if (m.matches()) {
            return author(m.group(1), m.group(2));
        }
        m = ALONE.matcher(plain);
        return m.matches() ? author(m.group(1), m.group(1)) : author(plain, null);
    }

    private static Item.@Nullable Author author(String name, @Nullable String email) {
        String plain = Html.plain(name).replaceAll("^\"|\"$", "").strip();
        return plain.isEmpty() ? null : new Item.Author(plain, email, null);
    }
}
