/**
 * How well the tagger tags, over items that a person has labelled.
 *
 * <p>{@link org.migrationnewswire.enrich.quality.LabelledItem} is a line of a labelled set, {@link
 * org.migrationnewswire.enrich.quality.Scores} counts what was right, and {@link
 * org.migrationnewswire.enrich.quality.QualityReport} is the page of both that stands in {@code docs/quality.md}.
 */
@NullMarked
package org.migrationnewswire.enrich.quality;

import org.jspecify.annotations.NullMarked;
