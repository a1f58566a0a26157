/** {@code ./newswire tag} and {@code eval}: the service's tagger on files and standard input, without Kafka. */
@NullMarked
package org.migrationnewswire.enrich.cli;

import org.jspecify.annotations.NullMarked;
