/**
 * Texts as words, and phrases found in them.
 *
 * <p>{@link org.migrationnewswire.enrich.text.Words} cuts a text into runs of letters and digits, each with its place
 * in the original and its folded form: lower case, without accents (Unicode NFKD without marks). {@link
 * org.migrationnewswire.enrich.text.Phrases} is a trie over folded words; it gives every phrase that begins at a word,
 * and its user keeps the longest. Offsets are always those of the original text, so evidence can be cut out of it.
 */
@NullMarked
package org.migrationnewswire.enrich.text;

import org.jspecify.annotations.NullMarked;
