// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.topology;

import java.util.function.Supplier;
import org.migrationnewswire.enrich.correct.CorrectedTags;
import org.migrationnewswire.enrich.tag.Tagger;

/**
 * What every task tags with.
 *
 * @param tagger the rules
 * @param corrected persons' word over them
 * @param account what is counted
 * @param log makes a task's way to the log of items
 */
record Tagging(Tagger tagger, CorrectedTags corrected, TagAccount account, Supplier<ItemLog> log) {}
