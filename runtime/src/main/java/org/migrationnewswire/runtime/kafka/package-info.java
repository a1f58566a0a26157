/**
 * Kafka as configuration describes it. A service injects {@code KafkaConnection} for its clients and calls
 * {@link org.migrationnewswire.runtime.kafka.Topics#await()} before its first read or write.
 */
@NullMarked
package org.migrationnewswire.runtime.kafka;

import org.jspecify.annotations.NullMarked;
