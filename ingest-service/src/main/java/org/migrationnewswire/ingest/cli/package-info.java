/** {@code ./newswire parse}: the service's fetcher and parser on a command line, without Kafka. */
@NullMarked
package org.migrationnewswire.ingest.cli;

import org.jspecify.annotations.NullMarked;
