// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.enrich.taxonomy.TaxonomyFiles;

/** One word, two meanings: what stands around it decides. */
class LookAlikeTest {
    private static final Tagger TAGGER = new Tagger(TaxonomyFiles.own());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jordan Smith and Chad Hurley met Paris Hilton|",
                "Jordan and Chad signed it in Paris|FR,JO,TD",
                "He moved from Portland, Ore., to Jackson, Miss.|US",
                "Officials in Tbilisi, Georgia|GE",
                "Police in Atlanta, Georgia, said|US",
                "people in Georgia and Alabama voted|US",
                "Georgia and Armenia signed|AM,GE",
                "Paris, Texas|US",
                "A U.S. and a UK and UAE envoy|AE,GB,US",
                "tell us about turkey and china plates|",
                "Afghans’ and Syrians' papers|AF,SY",
                "The Washington Post and the New York Times reported|",
                "the Sahel and the Horn of Africa|horn-of-africa,sahel",
                "in the Middle East and West Africa|011,middle-east",
                "Brussels said the plan was late|eu",
                "Protesters gathered in Brussels|BE",
                "the Prague Process|prague-process",
                "a meeting in Prague|CZ",
                "the Khartoum Process|khartoum-process",
                "fighting in Khartoum|SD",
                "the Palermo Protocol|",
                "a court in Palermo|IT",
                "the Cotonou Agreement|",
                "a port in Cotonou|BJ",
                "the Schengen area|schengen",
                "a boat from Guinea and one from Guinea-Bissau|GN,GW",
                "talks in New Mexico and in Mexico|MX,US",
                "Congo-Brazzaville and the DRC|CD,CG",
                "Sheriff's deputies in Athens arrested a man, Georgia's sheriff said|US",
                "Athens and Berlin signed; Greece will pay|DE,GR",
            })
    void aLookAlikeIsWhatStandsAroundIt(String text, String regions) {
        assertThat(TAGGER.tag(TagInput.of(null, text, "en", Instant.EPOCH)).regions())
                .extracting(Tag::id)
                .containsExactlyInAnyOrder(regions == null ? new String[0] : regions.split(","));
    }
}
