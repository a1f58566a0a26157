// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.places;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.enrich.text.Words;

/** All names in all languages, found in texts. Built once, then only read: then thread-safe. */
public final class NameIndex {
    private static final String ENGLISH = "en";
    private static final String ANY = "*";
    private static final String UNKNOWN = "und";
    private static final int MUST_STAND_JUST_SO = 3;

    private final Map<String, List<Form>> forms = new HashMap<>();
    private final Node root = new Node();
    private int nextId;

    /** A stem as one language bends it. */
    private record Form(int id, String language) {}

    /**
     * A name found.
     *
     * @param first index of its first word
     * @param end index after its last word
     * @param place what it may stand for
     */
    public record Found(int first, int end, Place place) {}

    /** Adds a name; one that ends in {@code *} may be followed by anything short. */
    public void add(Place place) {
        Node node = root;
        boolean open = place.written().endsWith(ANY);
        Words words = Words.of(place.written());
        for (int i = 0; i < words.size(); i++) {
            String folded = words.list().get(i).folded();
            boolean anything = open && i == words.size() - 1;
            Endings endings = Endings.of(place.language());
            String form = anything ? ANY : endings.isEmpty() ? ENGLISH : place.language();
            String stem = anything ? folded : endings.stem(bare(folded, place.language()));
            node = node.next.computeIfAbsent(id(stem, form), n -> new Node());
        }
        if (node != root) {
            node.names.add(new Name(place, Shape.of(place.written())));
        }
    }

    private record Name(Place place, Shape shape) {}

    /** Every name of that language, and of English, that fits; by its first word. */
    public List<Found> in(Words words, String language) {
        List<Found> found = new ArrayList<>();
        List<List<Form>> candidates = new ArrayList<>(words.size());
        for (Words.Word word : words.list()) {
            candidates.add(forms(word.folded(), language));
        }
        for (int first = 0; first < words.size(); first++) {
            if (!candidates.get(first).isEmpty()) {
                walk(root, first, first, new Search(words, candidates, language, found));
            }
        }
        return found;
    }

    private record Search(Words words, List<List<Form>> candidates, String language, List<Found> found) {}

    private static void walk(Node node, int first, int at, Search search) {
        if (at == search.candidates().size()) {
            return;
        }
        for (Form form : search.candidates().get(at)) {
            @Nullable Node next = node.next.get(form.id());
            if (next != null) {
                for (Name name : next.names) {
                    if (speaks(name.place(), search.language()) && name.shape().fits(search.words(), first, at + 1)) {
                        search.found().add(new Found(first, at + 1, name.place()));
                    }
                }
                walk(next, first, at + 1, search);
            }
        }
    }

    private static boolean speaks(Place place, String language) {
        return place.language().equals(language) || place.language().equals(ENGLISH) || language.equals(UNKNOWN);
    }

    /** The stems that this word may be a form of. */
    private List<Form> forms(String folded, String language) {
        @Nullable List<Form> all = null;
        for (String before : Endings.before(language)) {
            if (folded.startsWith(before) && folded.length() - before.length() >= MUST_STAND_JUST_SO) {
                all = collect(folded.substring(before.length()), language, all);
            }
        }
        all = collect(folded, language, all);
        return all == null ? List.of() : all;
    }

    private @Nullable List<Form> collect(String folded, String language, @Nullable List<Form> into) {
        @Nullable List<Form> all = into;
        int longest = language.equals(ENGLISH) ? 0 : Endings.LONGEST;
        int shortest = Math.max(Math.min(2, folded.length()), folded.length() - longest);
        for (int stem = folded.length(); stem >= shortest; stem--) {
            @Nullable List<Form> known = forms.get(stem == folded.length() ? folded : folded.substring(0, stem));
            if (known == null) {
                continue;
            }
            String rest = folded.substring(stem);
            for (Form form : known) {
                if (bends(form, language, rest, stem)) {
                    all = all == null ? new ArrayList<>(2) : all;
                    all.add(form);
                }
            }
        }
        return all;
    }

    private static boolean bends(Form form, String language, String rest, int stem) {
        if (form.language().equals(ANY)) {
            return true;
        }
        if (form.language().equals(language) || language.equals(UNKNOWN)) {
            return Endings.of(form.language()).allow(rest, stem);
        }
        return form.language().equals(ENGLISH) && Endings.of(language).allow(rest, stem);
    }

    private int id(String stem, String form) {
        List<Form> known = forms.computeIfAbsent(stem, s -> new ArrayList<>(1));
        for (Form existing : known) {
            if (existing.language().equals(form)) {
                return existing.id();
            }
        }
        known.add(new Form(nextId++, form));
        return nextId - 1;
    }

    /** Arabic names without their article, which a text may write together with what stands before it. */
    private static String bare(String folded, String language) {
        return language.equals("ar") && folded.startsWith("ال") && folded.length() > 4 ? folded.substring(2) : folded;
    }

    private static final class Node {
        private final Map<Integer, Node> next = new HashMap<>(2);
        private final List<Name> names = new ArrayList<>(1);
    }
}
