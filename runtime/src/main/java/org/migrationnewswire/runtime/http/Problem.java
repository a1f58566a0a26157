// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.runtime.http;

import org.jspecify.annotations.Nullable;

/**
 * A problem detail (RFC 9457), {@code application/problem+json}.
 *
 * @param title what is wrong, the same for every such problem
 * @param status the HTTP status
 * @param detail what is wrong this time and what to do
 * @param parameter the query parameter, header or field at fault; null when none is
 * @param position where in its value, in UTF-16 code units from 0; null when nowhere in particular
 */
public record Problem(
        String title,
        int status,
        String detail,
        @Nullable String parameter,
        @Nullable Integer position) {
    /** Its media type. */
    public static final String MEDIA_TYPE = "application/problem+json";
}
