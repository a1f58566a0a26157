// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import java.io.Serial;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** An address that may not be dialled. */
final class ForbiddenAddressException extends UnknownHostException {
    @Serial
    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(String host, InetAddress address) {
        super(host + " is at " + address.getHostAddress()
                + ", a private address: allow its network in newswire.ingest.allowed-networks");
    }
}
