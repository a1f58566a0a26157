/**
 * Questions to the index: a page of items, how many there are, and how they divide.
 *
 * <p>{@link org.migrationnewswire.store.search.SearchRequest} is what was asked, {@link
 * org.migrationnewswire.store.search.ItemSearch} answers it. A cursor is the place of the last item given, so the next
 * page begins behind it whatever has come in meanwhile. A facet counts by the filter without its own dimension, so
 * that a choice shows what else could have been chosen.
 */
@NullMarked
package org.migrationnewswire.store.search;

import org.jspecify.annotations.NullMarked;
