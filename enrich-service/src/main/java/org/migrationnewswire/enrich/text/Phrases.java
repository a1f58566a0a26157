// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Phrases by their words, each with something that it stands for. Built once, then only read: then thread-safe. A word
 * that ends in {@code *} stands for all words that begin so.
 *
 * @param <T> what phrases stand for
 */
public final class Phrases<T> {
    /** A stem has at least so many letters: {@code as*} would be half a language. */
    public static final int LEAST_STEM = 3;

    private static final Pattern PIECE = Pattern.compile("[\\p{L}\\p{N}\\p{Mn}]+\\*?");

    private final Node<T> root = new Node<>();
    private final UnaryOperator<String> form;
    private final Function<String, List<String>> others;

    /**
     * No phrases yet.
     *
     * @param form what is made of each folded word, of phrases and texts alike, such as its singular
     */
    public Phrases(UnaryOperator<String> form) {
        this(form, word -> List.of());
    }

    /**
     * No phrases yet.
     *
     * @param form what is made of each folded word, of phrases and texts alike
     * @param others what a text's word may be besides, such as the same without its article
     */
    public Phrases(UnaryOperator<String> form, Function<String, List<String>> others) {
        this.form = form;
        this.others = others;
    }

    /**
     * A phrase found.
     *
     * @param first index of its first word
     * @param end index after its last word
     * @param value what it stands for
     */
    public record Match<T>(int first, int end, T value) {}

    /** What is wrong with a phrase; null when nothing is. */
    public static @Nullable String mistake(String phrase) {
        Matcher piece = PIECE.matcher(phrase);
        boolean any = false;
        while (piece.find()) {
            any = true;
            if (piece.group().endsWith("*") && piece.group().length() <= LEAST_STEM) {
                return "a stem of at least " + LEAST_STEM + " letters is wanted, not '" + piece.group() + "'";
            }
        }
        if (!any) {
            return "a phrase has words";
        }
        return phrase.replaceAll("[\\p{L}\\p{N}\\p{Mn}]\\*", "").contains("*")
                ? "a '*' stands only at the end of a word"
                : null;
    }

    /** Adds a phrase; one phrase may stand for many things. */
    public void add(String phrase, T value) {
        Node<T> node = root;
        Matcher piece = PIECE.matcher(phrase);
        while (piece.find()) {
            String word = piece.group();
            if (word.endsWith("*")) {
                node = node.stems.at(plain(word.substring(0, word.length() - 1)), Node::new);
            } else {
                node = node.next.computeIfAbsent(form.apply(plain(word)), w -> new Node<>());
            }
        }
        if (node != root) {
            node.values.add(value);
        }
    }

    /** Every phrase in the text, by its first word, the shortest first. */
    public List<Match<T>> in(Words words) {
        List<Match<T>> found = new ArrayList<>();
        List<Forms> forms = words.list().stream().map(this::forms).toList();
        List<Node<T>> roots = List.of(root);
        for (int first = 0; first < forms.size(); first++) {
            List<Node<T>> at = follow(roots, forms.get(first));
            for (int end = first + 1; !at.isEmpty(); end++) {
                collect(at, first, end, found);
                at = end < forms.size() ? follow(at, forms.get(end)) : List.of();
            }
        }
        return found;
    }

    private static <T> List<Node<T>> follow(List<Node<T>> from, Forms forms) {
        List<Node<T>> to = new ArrayList<>(1);
        for (Node<T> node : from) {
            node.follow(forms, to);
        }
        return to;
    }

    /** A value once at each place, by whichever of a word's forms it was found. */
    private static <T> void collect(List<Node<T>> at, int first, int end, List<Match<T>> found) {
        if (at.size() == 1) {
            at.getFirst().values.forEach(value -> found.add(new Match<>(first, end, value)));
            return;
        }
        HashSet<T> once = new HashSet<>();
        at.forEach(node -> once.addAll(node.values));
        once.forEach(value -> found.add(new Match<>(first, end, value)));
    }

    private Forms forms(Words.Word word) {
        String plain = WordForms.letters(word.folded());
        return new Forms(plain, form.apply(plain), others.apply(plain));
    }

    private static String plain(String word) {
        return WordForms.letters(Words.fold(word));
    }

    /** A text's word in the forms by which it is looked up. */
    private record Forms(String folded, String form, List<String> others) {}

    private static final class Node<T> {
        private final Map<String, Node<T>> next = new HashMap<>(2);
        private final Stems<Node<T>> stems = new Stems<>();
        private final List<T> values = new ArrayList<>(1);

        void follow(Forms forms, List<Node<T>> to) {
            step(forms.folded, forms.form, to);
            for (String other : forms.others) {
                step(other, other, to);
            }
        }

        private void step(String folded, String form, List<Node<T>> to) {
            Node<T> node = next.get(form);
            if (node != null) {
                to.add(node);
            }
            if (!stems.isEmpty()) {
                stems.of(folded, to::add);
            }
        }
    }
}
