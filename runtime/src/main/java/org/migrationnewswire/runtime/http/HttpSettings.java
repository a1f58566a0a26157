// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.runtime.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Who may come in by HTTP. The same for every service. */
@ConfigMapping(prefix = "newswire.http")
public interface HttpSettings {
    /**
     * Host names, without port, that a request's {@code Host} may carry besides loopback's own names and addresses.
     * Any other is refused, so that a web page can't reach a service by a name that it made point here.
     */
    Optional<List<String>> allowedHosts();

    /**
     * The key that a write from beyond loopback must show as {@code Authorization: Bearer KEY}. Without one such
     * writes are refused.
     */
    Optional<String> writeKey();

    /**
     * Whether pages of other origins may read by script (CORS). They read what may be shown in the open, whoever's
     * browser they run in.
     */
    @WithDefault("false")
    boolean openReading();
}
