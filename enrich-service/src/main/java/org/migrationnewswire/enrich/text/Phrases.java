// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Phrases by their words, each with something that it stands for. Built once, then only read: then thread-safe.
 *
 * @param <T> what phrases stand for
 */
public final class Phrases<T> {
    private final Node<T> root = new Node<>();
    private final UnaryOperator<String> form;

    /**
     * No phrases yet.
     *
     * @param form what is made of each folded word, of phrases and texts alike, such as its singular
     */
    public Phrases(UnaryOperator<String> form) {
        this.form = form;
    }

    /**
     * A phrase found.
     *
     * @param first index of its first word
     * @param end index after its last word
     * @param value what it stands for
     */
    public record Match<T>(int first, int end, T value) {}

    /** Adds a phrase; one phrase may stand for many things. */
    public void add(String phrase, T value) {
        Node<T> node = root;
        for (Words.Word word : Words.of(phrase).list()) {
            node = node.next.computeIfAbsent(form.apply(word.folded()), w -> new Node<>());
        }
        if (node != root) {
            node.values.add(value);
        }
    }

    /** Every phrase in the text, by its first word, the shortest first. */
    public List<Match<T>> in(Words words) {
        List<Match<T>> found = new ArrayList<>();
        List<String> forms =
                words.list().stream().map(w -> form.apply(w.folded())).toList();
        for (int first = 0; first < forms.size(); first++) {
            @Nullable Node<T> node = root.next.get(forms.get(first));
            for (int end = first + 1; node != null; end++) {
                for (T value : node.values) {
                    found.add(new Match<>(first, end, value));
                }
                node = end < forms.size() ? node.next.get(forms.get(end)) : null;
            }
        }
        return found;
    }

    private static final class Node<T> {
        private final Map<String, Node<T>> next = new HashMap<>(2);
        private final List<T> values = new ArrayList<>(1);
    }
}
