/**
 * The one filter language: what a search, a page's address, a feed and a subscription say in the same words.
 *
 * <p>{@link org.migrationnewswire.query.FilterParser} turns query parameters into a {@link
 * org.migrationnewswire.query.Filter}, or says which parameter is wrong and where. {@link
 * org.migrationnewswire.query.FilterQuery} turns that into a Lucene query over the fields that {@link
 * org.migrationnewswire.query.ItemMapper} writes; the two know nothing of the index, so a filter means the same for a
 * stored item and for one in flight. {@link org.migrationnewswire.query.Vocabulary} is the taxonomy as both need it:
 * which ids there are, and which regions contain which on a day.
 */
@NullMarked
package org.migrationnewswire.query;

import org.jspecify.annotations.NullMarked;
