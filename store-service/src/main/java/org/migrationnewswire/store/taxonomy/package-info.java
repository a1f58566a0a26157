/** The taxonomy in force, as {@code newswire.taxonomies} has it: its newest record. */
@NullMarked
package org.migrationnewswire.store.taxonomy;

import org.jspecify.annotations.NullMarked;
