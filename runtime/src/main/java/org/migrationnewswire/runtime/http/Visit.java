// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.runtime.http;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * What the door looks at of a request.
 *
 * @param method in upper case
 * @param path of the request, without its query
 * @param scheme {@code http} or {@code https}
 * @param host of the request's authority, without port and brackets; empty when there is none
 * @param port of the request's authority; -1 when it names none
 * @param origin value of {@code Origin}; null when there is none
 * @param authorization value of {@code Authorization}; null when there is none
 * @param from address of the peer; null when it has none
 */
record Visit(
        String method,
        String path,
        String scheme,
        String host,
        int port,
        @Nullable String origin,
        @Nullable String authorization,
        @Nullable InetAddress from) {}
