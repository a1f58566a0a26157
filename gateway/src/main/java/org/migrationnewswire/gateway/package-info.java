// SPDX-License-Identifier: Apache-2.0
/**
 * All services of an installation on one port. A request goes to the service that owns its path ({@link
 * org.migrationnewswire.gateway.Service}), with the {@code Host} that the client sent, and its answer comes back as it
 * flows, so that a stream is a stream here too. The gateway decides nothing: each service has its own door. Towards them
 * every request comes from beyond loopback, so that a write through the gateway needs a key.
 */
@NullMarked
package org.migrationnewswire.gateway;

import org.jspecify.annotations.NullMarked;
