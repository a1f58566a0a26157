// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.text;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Values by how words begin: a trie over characters. A text's word is read only as far as some stem goes on.
 *
 * @param <T> what stems stand for
 */
final class Stems<T> {
    private final Map<Character, Stems<T>> next = new HashMap<>(2);
    private @Nullable T value;

    boolean isEmpty() {
        return next.isEmpty();
    }

    /** The value of that stem, made when there is none. */
    T at(String stem, Supplier<T> made) {
        Stems<T> node = this;
        for (int i = 0; i < stem.length(); i++) {
            node = node.next.computeIfAbsent(stem.charAt(i), c -> new Stems<>());
        }
        if (node.value == null) {
            node.value = made.get();
        }
        return node.value;
    }

    /** Gives the value of every stem that the word begins with. */
    void of(String word, Consumer<T> found) {
        @Nullable Stems<T> node = this;
        for (int i = 0; node != null; i++) {
            if (node.value != null) {
                found.accept(node.value);
            }
            node = i < word.length() ? node.next.get(word.charAt(i)) : null;
        }
    }
}
