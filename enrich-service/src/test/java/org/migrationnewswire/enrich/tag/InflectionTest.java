// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.enrich.taxonomy.TaxonomyFiles;

/** Names as languages bend them: cases, articles, suffixes, clitics, demonyms. */
class InflectionTest {
    private static final Tagger TAGGER = new Tagger(TaxonomyFiles.own());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ru|Беженцы из Афганистана ждут в Сирии|AF,SY",
                "ru|Сирийские беженцы и афганцы в Турции|AF,SY,TR",
                "ru|Он уехал в Саудовскую Аравию и Северную Македонию|MK,SA",
                "ru|переговоры с Украиной и Молдовой|MD,UA",
                "uk|Біженці з України у Польщі та Німеччині|DE,PL,UA",
                "uk|переселенці із Сирії та Афганістану|AF,SY",
                "pl|Uchodźcy z Ukrainy w Niemczech i we Włoszech|DE,IT,UA",
                "pl|Migranci z Afganistanu i Syrii na granicy z Białorusią|AF,BY,SY",
                "tr|Türkiye'nin sınırında Suriye'den gelenler|SY,TR",
                "tr|Afganistan'dan kaçan Suriyeliler|AF,SY",
                "ar|اللاجئون السوريون في تركيا|SY,TR",
                "ar|والسوريين بالعراق|IQ,SY",
                "ar|العودة لأفغانستان|AF",
                "el|Πρόσφυγες από τη Συρία και το Αφγανιστάν στην Ελλάδα|AF,GR,SY",
                "el|η κυβέρνηση της Συρίας και της Τουρκίας|SY,TR",
                "hu|A menekültek Szíriában és Törökországból|SY,TR",
                "hu|Afganisztánból érkeztek|AF",
                "ro|guvernul Siriei și al Afganistanului|AF,SY",
                "bg|бежанци от Сирия и Афганистан|AF,SY",
                "mk|бегалци од Сирија и Авганистан|AF,SY",
                "sq|refugjatë nga Siria dhe Afganistani|AF,SY",
                "sq|qeveria e Shqipërisë dhe e Kosovës|AL,XK",
                "sr|избеглице из Сирије и Авганистана|AF,SY",
                "bs|izbjeglice iz Sirije i Afganistana u Bosni|AF,BA,SY",
                "de|die Lage Syriens und syrische Flüchtlinge|SY",
                "de|Afghanische Familien in der Türkei|AF,TR",
                "fr|des réfugiés syriens et afghans en France|AF,FR,SY",
                "es|migrantes venezolanos y cubanos en México|CU,MX,VE",
                "it|profughi siriani in Libia|LY,SY",
                "pt|refugiados sírios no Brasil|BR,SY",
                "fa|مهاجران افغان در ایران|AF,IR",
                "ur|پاکستان میں افغان مہاجرین|AF,PK",
                "bn|বাংলাদেশের রোহিঙ্গা শিবির|BD",
                "nl|Syrische vluchtelingen in Nederland|NL,SY",
                "tr|us ve turkey|",
            })
    void aBentNameIsTheName(String language, String text, String regions) {
        assertThat(TAGGER.tag(TagInput.of(null, text, language, Instant.EPOCH)).regions())
                .extracting(Tag::id)
                .containsExactlyInAnyOrder(regions == null ? new String[0] : regions.split(","));
    }
}
