/**
 * What makes an entry the same entry, and what makes it changed.
 *
 * <p>The key is the first of guid, canonical link, and title with date that is not empty and stands once in the
 * document. A key that was never seen is a new item; a seen one with another {@link
 * org.migrationnewswire.ingest.identity.ContentHash} is the item's next revision; all else is unchanged and writes
 * nothing. Dates are never a filter: a back-dated entry is as new as any.
 */
@NullMarked
package org.migrationnewswire.ingest.identity;

import org.jspecify.annotations.NullMarked;
