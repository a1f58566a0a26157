// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.gateway;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A service behind the gateway, with the first segments of the paths that are its own. */
enum Service {
    INGEST(GatewaySettings::ingestAddress, "feeds", "websub"),
    ENRICH(GatewaySettings::enrichAddress, "tag", "retag", "corrections"),
    STORE(GatewaySettings::storeAddress);

    private final Function<GatewaySettings, URI> address;
    private final List<String> segments;

    Service(Function<GatewaySettings, URI> address, String... segments) {
        this.address = address;
        this.segments = List.of(segments);
    }

    /** The service that owns a path; what no other claims is the store's, page and all. */
    static Service owning(String path) {
        String segment = path.substring(1).split("[/.]", 2)[0];
        return Arrays.stream(values())
                .filter(service -> service.segments.contains(segment))
                .findFirst()
                .orElse(STORE);
    }

    URI address(GatewaySettings settings) {
        return address.apply(settings);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT) + "-service";
    }
}
