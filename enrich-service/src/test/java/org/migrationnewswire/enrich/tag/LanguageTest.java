// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationnewswire.enrich.text.Words;

class LanguageTest {
    private static final String GERMAN =
            "Die Minister haben am Dienstag über die Lage an der Grenze und über die Aufnahme von Familien gesprochen.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|The ministers met on Tuesday and they spoke of the border and of those who wait at it.",
                "fr|Les ministres se sont réunis mardi pour parler de la frontière et des familles qui attendent.",
                "es|Los ministros se reunieron el martes para hablar de la frontera y de las familias que esperan.",
                "it|I ministri si sono incontrati martedì per parlare della frontiera e delle famiglie che aspettano.",
                "pt|Os ministros reuniram-se na terça-feira para falar da fronteira e das famílias que não têm casa.",
                "nl|De ministers spraken dinsdag over de grens en over het lot van de gezinnen die niet verder mogen.",
                "pl|Ministrowie spotkali się we wtorek, aby mówić o granicy i o rodzinach, które nie mogą do nas przyjechać.",
                "ru|Министры встретились во вторник и говорили о границе, на которой ждут семьи, что не могут уехать.",
                "uk|Міністри зустрілися у вівторок і говорили про кордон, на якому чекають родини, що не можуть виїхати.",
                "tr|Bakanlar salı günü bir araya geldi ve sınır için daha çok para olarak ne gerektiğini konuştu.",
                "ar|اجتمع الوزراء يوم الثلاثاء في العاصمة وتحدثوا عن الحدود التي تنتظر فيها الأسر من كل مكان",
                "fa|وزیران در روز سه شنبه با هم دیدار کردند و از مرزی که خانواده ها در آن مانده اند سخن گفتند",
            })
    void aTextTellsItsLanguage(String language, String text) {
        assertThat(language(null, text).tag()).isEqualTo(language);
    }

    @Test
    void whatTheTextTellsOverrulesWhatIsDeclared() {
        assertThat(language("en", GERMAN).tag()).isEqualTo("de");
        assertThat(language("de-AT", GERMAN).tag()).isEqualTo("de");
    }

    @Test
    void aShortTitleIsInTheDeclaredLanguage() {
        assertThat(language("EN-gb", "Migrants rescued")).isEqualTo(new Language("en", 0.5));
    }

    @Test
    void aScriptOfOneLanguageTellsIt() {
        assertThat(language(null, "Η Ελλάδα").tag()).isEqualTo("el");
    }

    @Test
    void unknownIsSaidWithNoConfidence() {
        assertThat(language(null, "text")).isEqualTo(new Language("und", 0));
        assertThat(language("!!", "text")).isEqualTo(new Language("und", 0));
    }

    private static Language language(@Nullable String declared, String text) {
        return Language.of(
                declared, List.of(new FieldWords("text", Words.of(text))), List.of(new TagInput.Field("text", text)));
    }
}
