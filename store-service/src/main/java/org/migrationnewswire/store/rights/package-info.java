/**
 * Whose words they are: how much of an item leaves for whom.
 *
 * <p>{@link org.migrationnewswire.store.rights.RightsFollower} follows {@code newswire.feeds}, so that
 * {@link org.migrationnewswire.store.rights.FeedRights} knows what each feed allows; {@link org.migrationnewswire.store.rights.Extract} makes of an item what may be shown in the open, with its
 * evidence where it stands in that. A reader on this machine or with the key gets the item as the log has it. Of a
 * feed that is not known the open gets nothing.
 */
@NullMarked
package org.migrationnewswire.store.rights;

import org.jspecify.annotations.NullMarked;
