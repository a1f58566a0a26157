// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.places;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.migrationnewswire.enrich.text.Words;

/** What may follow the stem of a name in a language, in folded form. Broad rules; names stay guarded by length. */
final class Endings {
    static final int LONGEST = 6;

    private static final int LEAST_STEM = 4;
    private static final Endings NONE = new Endings("", "");
    private static final String SOUTH_SLAVIC = "a e i o u om em ama ima om ski ska sko ske skog skoj skom ski";
    private static final Map<String, Endings> BY_LANGUAGE = Map.ofEntries(
            Map.entry(
                    "ru",
                    new Endings(
                            "а я ы ь й ая ое ие ые",
                            "а я у ю е и ы о ой ей ом ем ью ий ия ии ию ией ов ам ами ах ям ями ях ая ую ое ого ому ые ых ым"
                                    + " ыми ие их им ими ь")),
            Map.entry(
                    "uk",
                    new Endings(
                            "а я и ь й",
                            "а я у ю е и і ї о ою ею ом ем єю ів ам ами ах ям ями ях ові еві ій ої ого ому их им ими ь")),
            Map.entry("be", new Endings("а я ы і о ь", "а я у ю е ы і ой ай яй ом ам аў")),
            Map.entry(
                    "pl",
                    new Endings(
                            "a e y",
                            "a e y i o u ą ie em om ow owi ii ia ię ią iej io ach ami ie ej ą ych ym ymi iego iemu")),
            Map.entry("cs", new Endings("a e o y", "a e i o u y em ou ech ach ami um")),
            Map.entry("sr", new Endings("а е и о a e i o", SOUTH_SLAVIC + " а е и о у ом ем ама има")),
            Map.entry("bs", new Endings("a e i o", SOUTH_SLAVIC)),
            Map.entry("hr", new Endings("a e i o", SOUTH_SLAVIC)),
            Map.entry("mk", new Endings("", "та то те т")),
            Map.entry("bg", new Endings("", "та то те т ът ят а я")),
            Map.entry("sq", new Endings("a e", "a e i es en ne se it in ise ine ut un u")),
            Map.entry("el", new Endings("α η ο ος ας ες ων οι", "α ας αν η ης ην ο ος ου ον ε ες ων οι ους")),
            Map.entry(
                    "hu",
                    new Endings(
                            "",
                            "t at et ot ba be ban ben bol ra re rol nak nek val vel hoz hez tol on en n ig ert nal nel bul"
                                    + " an ul i iak iek")),
            Map.entry("ro", new Endings("a", "a ei e i o ul ului le lor u")),
            Map.entry("de", new Endings("", "s es")),
            Map.entry("nl", new Endings("", "s e")),
            Map.entry(
                    "tr",
                    new Endings(
                            "",
                            "li lı lu liler lılar lular lilerin lıların ye ya de da den dan te ta ten tan nin nın nun e a i ı"
                                    + " u in ın un yi yı yu le la yle yla deki daki lar ler")),
            Map.entry("ar", new Endings("", "ة ون ين ات تين ا ان يون يين ية")),
            Map.entry("fa", new Endings("", "ی ها های هایی یها ان")),
            Map.entry("ur", new Endings("", "ی وں یوں")),
            Map.entry("ps", new Endings("", "ه و ي ی")),
            Map.entry("bn", new Endings("", "র ে ের য় তে কে ি রা দের ীয় িক েও ও")));
    private static final List<String> ARABIC_BEFORE =
            List.of("وبال", "وكال", "فال", "وال", "بال", "كال", "ولل", "لل", "ال", "وب", "ول", "و", "ف", "ب", "ل", "ك");

    private final List<String> base;
    private final Set<String> allowed;

    private Endings(String base, String allowed) {
        this.base = distinct(base).stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        this.allowed = distinct(allowed);
    }

    static Endings of(String language) {
        return BY_LANGUAGE.getOrDefault(language, NONE);
    }

    /** The word without the ending that it has when nothing governs it; the word itself when too little would be left. */
    String stem(String folded) {
        for (String ending : base) {
            if (folded.endsWith(ending)
                    && folded.length() - ending.length() >= LEAST_STEM - (ending.length() == 1 ? 1 : 0)) {
                return folded.substring(0, folded.length() - ending.length());
            }
        }
        return folded;
    }

    /** Whether that may stand after that much of a word. */
    boolean allow(String rest, int stem) {
        return rest.isEmpty() || (allowed.contains(rest) && (stem >= LEAST_STEM || rest.length() == 1));
    }

    boolean isEmpty() {
        return allowed.isEmpty();
    }

    /** What may be cut off the front of an Arabic word: conjunction, preposition, article. */
    static List<String> before(String language) {
        return language.equals("ar") ? ARABIC_BEFORE : List.of();
    }

    private static Set<String> distinct(String list) {
        Set<String> all = new HashSet<>();
        Words.of(list).list().forEach(word -> all.add(word.folded()));
        return all;
    }
}
