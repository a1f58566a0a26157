// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.contracts.Tag.Evidence;
import org.migrationnewswire.contracts.TaggedItem;

/**
 * The sentence of an item that carries the most evidence, as runs of plain and of marked words.
 *
 * @param runs in order
 */
public record Snippet(List<Run> runs) {
    private static final int LONGEST = 320;
    private static final String ENDS = ".!?\n";

    /**
     * Some words.
     *
     * @param text the words
     * @param mark {@code region} or {@code theme}; empty when they are no evidence
     */
    public record Run(String text, String mark) {}

    private record Marked(Evidence evidence, String mark) {}

    /** The snippet of the item's text or summary; null when no evidence stands there. */
    static @Nullable Snippet of(TaggedItem tagged) {
        String text = tagged.item().contentText();
        Snippet fromText = text == null ? null : of(text, "contentText", tagged);
        String summary = tagged.item().summary();
        return fromText == null && summary != null ? of(summary, "summary", tagged) : fromText;
    }

    private static @Nullable Snippet of(String text, String field, TaggedItem tagged) {
        List<Marked> marked = Stream.of(
                        Map.entry("theme", tagged.tags().themes()),
                        Map.entry("region", tagged.tags().regions()))
                .flatMap(e -> e.getValue().stream()
                        .map(Tag::evidence)
                        .flatMap(List::stream)
                        .map(v -> new Marked(v, e.getKey())))
                .filter(m -> m.evidence().field().equals(field))
                .sorted(Comparator.comparingInt(m -> m.evidence().start()))
                .toList();
        int bestStart = 0;
        int bestEnd = 0;
        long most = 0;
        for (Marked one : marked) {
            int start = sentenceStart(text, one.evidence().start());
            int end = Math.min(sentenceEnd(text, one.evidence().end()), start + LONGEST);
            long inside = marked.stream()
                    .filter(m -> m.evidence().start() >= start && m.evidence().end() <= end)
                    .count();
            if (inside > most) {
                most = inside;
                bestStart = start;
                bestEnd = end;
            }
        }
        return most == 0 ? null : new Snippet(runs(text, bestStart, bestEnd, marked));
    }

    private static List<Run> runs(String text, int start, int end, List<Marked> marked) {
        List<Run> runs = new ArrayList<>();
        int at = start;
        for (Marked one : marked) {
            Evidence evidence = one.evidence();
            if (evidence.start() >= at && evidence.end() <= end) {
                runs.add(new Run(text.substring(at, evidence.start()), ""));
                runs.add(new Run(text.substring(evidence.start(), evidence.end()), one.mark()));
                at = evidence.end();
            }
        }
        runs.add(new Run(text.substring(at, end), ""));
        return runs.stream().filter(run -> !run.text().isEmpty()).toList();
    }

    private static int sentenceStart(String text, int from) {
        int i = from;
        while (i > 0 && from - i < LONGEST / 2 && !ends(text, i - 1)) {
            i--;
        }
        if (i > 0 && !ends(text, i - 1)) { // a long sentence is cut at a word
            while (i < from && !Character.isWhitespace(text.charAt(i))) {
                i++;
            }
        }
        while (i < from && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int sentenceEnd(String text, int from) {
        int i = from;
        while (i < text.length() && !ends(text, i)) {
            i++;
        }
        return i < text.length() && text.charAt(i) != '\n' ? i + 1 : i;
    }

    /** A full stop ends a sentence only before a blank: "U.S." and "2.5" don't. */
    private static boolean ends(String text, int i) {
        return ENDS.indexOf(text.charAt(i)) >= 0
                && (text.charAt(i) == '\n' || i + 1 >= text.length() || Character.isWhitespace(text.charAt(i + 1)));
    }
}
