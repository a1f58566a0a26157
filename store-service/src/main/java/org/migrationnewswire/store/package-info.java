/**
 * A Lucene index materialised from the public log, and every question that is asked of it.
 *
 * <p>{@code materialise} reads the log into the {@code index}; {@code search} asks the index; {@code api} and {@code
 * page} answer over HTTP, both by the same search; {@code taxonomy} keeps the taxonomy in force at hand.
 */
@NullMarked
package org.migrationnewswire.store;

import org.jspecify.annotations.NullMarked;
