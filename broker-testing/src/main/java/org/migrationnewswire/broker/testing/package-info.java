// SPDX-License-Identifier: Apache-2.0
/**
 * The broker of integration tests. They run twice: on a broker in the test's own JVM, which needs nothing, and, with
 * {@code -Dtest.broker=container}, on the image that Apache Kafka publishes, where a Docker engine answers.
 */
@NullMarked
package org.migrationnewswire.broker.testing;

import org.jspecify.annotations.NullMarked;
