// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Settings of the gateway, which puts all services on one port. */
@ConfigMapping(prefix = "newswire.gateway")
public interface GatewaySettings {
    /** Address of the ingest service, {@code http://host:port}. */
    @WithDefault("http://127.0.0.1:8081")
    URI ingestAddress();

    /** Address of the enrich service. */
    @WithDefault("http://127.0.0.1:8082")
    URI enrichAddress();

    /** Address of the store service. */
    @WithDefault("http://127.0.0.1:8083")
    URI storeAddress();

    /** Time to connect to a service. */
    @WithDefault("PT2S")
    Duration connectTimeout();

    /** How long a service may be silent within an answer; a live stream is never silent for more than 15 seconds. */
    @WithDefault("PT60S")
    Duration idleTimeout();
}
