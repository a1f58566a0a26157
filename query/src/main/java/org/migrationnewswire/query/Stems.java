// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * Words brought to their stems by the rules of their language, Latin letters without accents. An item's words are
 * stemmed by its own language; a query's by every language that it may be in.
 */
public final class Stems {
    private static final Map<String, Analyzer> ANALYZERS = analyzers();

    private Stems() {}

    /** The analyzer of that language, by its BCP 47 tag or the primary part of it; null when there is none. */
    public static @Nullable Analyzer of(String language) {
        int end = language.indexOf('-');
        return ANALYZERS.get((end < 0 ? language : language.substring(0, end)).toLowerCase(Locale.ROOT));
    }

    /** What the word may be stemmed to: by those languages, by all when there are none. */
    static Set<String> of(String word, Collection<String> languages) {
        Set<String> stems = new TreeSet<>();
        if (languages.isEmpty()) {
            ANALYZERS.values().forEach(analyzer -> single(analyzer, word, stems));
        }
        for (String language : languages) {
            Analyzer analyzer = of(language);
            if (analyzer != null) {
                single(analyzer, word, stems);
            }
        }
        return stems;
    }

    /** A word that the language takes apart has no one stem, and a stop word has none. */
    private static void single(Analyzer analyzer, String word, Set<String> stems) {
        try (TokenStream tokens = analyzer.tokenStream("", word)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            String first = tokens.incrementToken() ? term.toString() : null;
            boolean more = tokens.incrementToken();
            tokens.end();
            if (first != null && !more) {
                stems.add(first);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Analyzer> analyzers() {
        Map<String, Supplier<Analyzer>> makers = new HashMap<>(Map.of(
                "ar", ArabicAnalyzer::new,
                "bg", BulgarianAnalyzer::new,
                "bn", BengaliAnalyzer::new,
                "ca", CatalanAnalyzer::new,
                "ckb", SoraniAnalyzer::new,
                "cs", CzechAnalyzer::new,
                "da", DanishAnalyzer::new,
                "de", GermanAnalyzer::new,
                "el", GreekAnalyzer::new,
                "en", EnglishAnalyzer::new));
        makers.putAll(Map.of(
                "es", SpanishAnalyzer::new,
                "et", EstonianAnalyzer::new,
                "fa", PersianAnalyzer::new,
                "fi", FinnishAnalyzer::new,
                "fr", FrenchAnalyzer::new,
                "hi", HindiAnalyzer::new,
                "hu", HungarianAnalyzer::new,
                "hy", ArmenianAnalyzer::new,
                "id", IndonesianAnalyzer::new,
                "it", ItalianAnalyzer::new));
        makers.putAll(Map.of(
                "lt", LithuanianAnalyzer::new,
                "lv", LatvianAnalyzer::new,
                "nl", DutchAnalyzer::new,
                "no", NorwegianAnalyzer::new,
                "pt", PortugueseAnalyzer::new,
                "ro", RomanianAnalyzer::new,
                "ru", RussianAnalyzer::new,
                "sr", SerbianAnalyzer::new,
                "sv", SwedishAnalyzer::new,
                "tr", TurkishAnalyzer::new));
        Map<String, Analyzer> analyzers = new HashMap<>();
        makers.forEach((language, maker) -> analyzers.put(language, new Folded(maker.get())));
        for (String other : List.of("nb", "nn")) {
            analyzers.put(other, analyzers.get("no"));
        }
        return Map.copyOf(analyzers);
    }

    /** A language's analyzer whose stems lose their accents, with a stream of its own for every field. */
    private static final class Folded extends AnalyzerWrapper {
        private final Analyzer language;

        Folded(Analyzer language) {
            super(PER_FIELD_REUSE_STRATEGY);
            this.language = language;
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String fieldName) {
            return language;
        }

        @Override
        protected TokenStreamComponents wrapComponents(String fieldName, TokenStreamComponents components) {
            return new TokenStreamComponents(
                    components.getSource(), new ASCIIFoldingFilter(components.getTokenStream()));
        }
    }
}
