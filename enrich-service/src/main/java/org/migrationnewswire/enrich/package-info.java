/**
 * What an item speaks of: regions, themes and kind, each tag with the words that made it.
 *
 * <p>{@code taxonomy} holds what tags are made from, {@code text} cuts texts into words, {@code tag} puts them
 * together, {@code topology} does so for every item of the log, {@code api} and {@code cli} for any text.
 */
@NullMarked
package org.migrationnewswire.enrich;

import org.jspecify.annotations.NullMarked;
