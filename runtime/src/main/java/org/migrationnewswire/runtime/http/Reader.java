// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.runtime.http;

import io.vertx.ext.web.RoutingContext;

/**
 * Who reads. On this machine, or with the key, one reads all that the feeds gave; everybody else what may be shown in
 * the open.
 *
 * @param trusted whether all is read
 */
public record Reader(boolean trusted) {
    static final String KEY = "newswire.reader";

    private static final Reader OPEN = new Reader(false);

    /** Whose request that is. */
    public static Reader of(RoutingContext context) {
        Reader reader = context.get(KEY);
        return reader == null ? OPEN : reader;
    }
}
