/**
 * How every service speaks to Kafka: client settings that the guarantees rest on, the topics' creation, reading a
 * compacted topic to its committed end, event headers and dead letters.
 */
@NullMarked
package org.migrationnewswire.contracts.kafka;

import org.jspecify.annotations.NullMarked;
