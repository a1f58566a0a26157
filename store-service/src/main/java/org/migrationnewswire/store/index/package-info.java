/**
 * The Lucene index: one document an item, sorted by date, the newest first.
 *
 * <p>A commit carries, as its user data, the id of the topic that it was made from and the offset that each partition
 * has been read to, so index and offsets can't disagree: what a crash loses of one it loses of the other. An index of
 * another topic, another format, or one that can't be opened is set aside, and built again from the log. Changes are
 * seen within 250 ms; they last from the next commit on, and until then the log has them.
 */
@NullMarked
package org.migrationnewswire.store.index;

import org.jspecify.annotations.NullMarked;
