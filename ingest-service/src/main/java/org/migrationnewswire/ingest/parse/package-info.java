/**
 * A document becomes a feed, or a reason why it is none.
 *
 * <p>{@link org.migrationnewswire.ingest.parse.FeedParser} looks at the content, never at the Content-Type: an object
 * is JSON Feed, all else goes to ROME as text whose charset is settled and whose characters XML allows, mended where one
 * bad part would cost the whole feed ({@code XmlRepair}). What comes out
 * is the same for every format: plain-text titles, HTML sanitised once with links made absolute, its text with a blank
 * line between paragraphs, dates or null. No exception leaves this package, and no external entity is ever fetched.
 */
@NullMarked
package org.migrationnewswire.ingest.parse;

import org.jspecify.annotations.NullMarked;
