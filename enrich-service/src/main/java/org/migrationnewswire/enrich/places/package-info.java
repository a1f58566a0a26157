/**
 * Names of places in texts of many languages.
 *
 * <p>{@link org.migrationnewswire.enrich.places.NameIndex} holds all names of all languages once: words as stems in one
 * table, phrases as a trie over stems, each name with its language. {@link
 * org.migrationnewswire.enrich.places.Endings} says, for each language, what may follow a stem (case endings, articles,
 * suffixes) and what may stand before it (Arabic clitics). A name that ends in {@code *} may be followed by anything
 * short. {@link org.migrationnewswire.enrich.places.Gazetteer} reads cities and the words that are no cities.
 */
@NullMarked
package org.migrationnewswire.enrich.places;

import org.jspecify.annotations.NullMarked;
