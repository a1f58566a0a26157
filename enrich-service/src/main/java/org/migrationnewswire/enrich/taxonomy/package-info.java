/**
 * The taxonomy as data: from YAML to the record in {@code newswire.taxonomies}, and from there to the tagger.
 *
 * <p>{@link org.migrationnewswire.enrich.taxonomy.TaxonomyFiles} reads the YAML, adds the countries, areas and names
 * that ICU4J knows ({@code CldrRegions}), and checks it; a mistake is named with file and line. {@link
 * org.migrationnewswire.enrich.taxonomy.TaxonomyTopic} publishes a version that is newer than the newest there, and
 * says which is in force: always the newest record of the topic. One version names one content for ever.
 */
@NullMarked
package org.migrationnewswire.enrich.taxonomy;

import org.jspecify.annotations.NullMarked;
