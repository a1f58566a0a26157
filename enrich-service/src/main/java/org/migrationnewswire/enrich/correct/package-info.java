/**
 * A person's word over the rules'.
 *
 * <p>{@link org.migrationnewswire.enrich.correct.CorrectedTags} lays the standing changes of a correction over what the
 * rules say; it is a function of both and knows no Kafka. {@link
 * org.migrationnewswire.enrich.correct.CorrectionLog} writes them: one transactional producer a partition, of which the
 * newest fences all before it, reads what is there to its committed end and writes the whole record anew. So of two
 * who correct one item at once none is lost, whichever instance each has asked.
 */
@NullMarked
package org.migrationnewswire.enrich.correct;

import org.jspecify.annotations.NullMarked;
