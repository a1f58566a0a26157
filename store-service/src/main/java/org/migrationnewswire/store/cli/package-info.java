/** {@code ./newswire tail} and {@code ./newswire search}: clients of a running instance, made for a terminal. */
@NullMarked
package org.migrationnewswire.store.cli;

import org.jspecify.annotations.NullMarked;
