/** {@code ./newswire tag}: the service's tagger on standard input and output, without Kafka. */
@NullMarked
package org.migrationnewswire.enrich.cli;

import org.jspecify.annotations.NullMarked;
