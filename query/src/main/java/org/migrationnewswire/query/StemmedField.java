// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.query;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/** A text that is stemmed by the language of its item, whatever the index's analyzer: terms and how often they stand. */
final class StemmedField extends Field {
    private static final FieldType TYPE = type();

    private final Analyzer language;

    StemmedField(String name, String text, Analyzer language) {
        super(name, text, TYPE);
        this.language = language;
    }

    @Override
    public TokenStream tokenStream(Analyzer analyzer, TokenStream reuse) {
        return language.tokenStream(name(), stringValue());
    }

    private static FieldType type() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }
}
