/**
 * From a text and a taxonomy to tags: pure functions, the same wherever they are called.
 *
 * <p>{@link org.migrationnewswire.enrich.tag.Tagger} cuts each field into words once. Regions are names: the longest
 * phrase at a place wins, a phrase that is no place ("Dublin Regulation") swallows the names in it, what a name stands
 * for is decided by what is around it ({@link org.migrationnewswire.enrich.tag.PlaceResolver}), and what it counts by
 * where it stands: 3 in the title, 1.5 in the first 400 characters of a field, else 1. A region's score is {@code
 * weight / (weight + 3)}: one mention is little, each further one adds less, and more is always more. Themes are weighted
 * triggers: some count only near a migration word, exclusions swallow them; a theme's score is {@code 1 - e^(-weight /
 * 1.5)}. A region is primary when it is named in the title, or often and with a large share of all that is named.
 *
 * <p>The language is told by a text's commonest words, and by script where those are few; the declared one stands when
 * the text does not speak against it. Nobody having checked it, its confidence is one half. A library's detector was
 * measured (OpenNLP 2.5.5: 0.87 ms for 1,000 characters and 37 MB): slower than all else that is done to a text.
 */
@NullMarked
package org.migrationnewswire.enrich.tag;

import org.jspecify.annotations.NullMarked;
