// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Resolves names to the very addresses that are then dialled, and lets only allowed ones through: a name that is
 * rebound between a check and the connection has nothing to gain.
 */
final class CheckedResolver implements DnsResolver {
    private final Networks networks;
    private final @Nullable String proxy;
    private final DnsResolver resolver;

    CheckedResolver(Networks networks, @Nullable String proxy) {
        this(networks, proxy, SystemDefaultDnsResolver.INSTANCE);
    }

    CheckedResolver(Networks networks, @Nullable String proxy, DnsResolver resolver) {
        this.networks = networks;
        this.proxy = proxy;
        this.resolver = resolver;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = resolver.resolve(host);
        if (!host.equals(proxy)) {
            for (InetAddress address : addresses) {
                if (!networks.allow(address)) {
                    throw new ForbiddenAddressException(host, address);
                }
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return resolver.resolveCanonicalHostname(host);
    }
}
