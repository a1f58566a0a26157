/**
 * From a text and a taxonomy to tags: pure functions, the same wherever they are called.
 *
 * <p>{@link org.migrationnewswire.enrich.tag.Tagger} cuts each field into words once. Regions are names: the longest
 * phrase at a place wins, a phrase that is no place ("Dublin Regulation") swallows the names in it, and what a name
 * counts depends on where it stands. Themes are weighted triggers: some count only near a migration word, exclusions
 * swallow them. Both weigh the title most. A score is {@code 1 - e^(-weight)}: one mention is little, each further one
 * adds less. A tag is primary when the item is about it: named in the title, or with a large share of all that is
 * named.
 *
 * <p>The language is the one that the feed declares; without one it is told by the script where a script has but one
 * language in the taxonomy. A declared language has been checked by nobody, so its confidence is one half.
 */
@NullMarked
package org.migrationnewswire.enrich.tag;

import org.jspecify.annotations.NullMarked;
