// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote what; a record of {@link Topic#AUDIT}, keyed by subject.
 *
 * @param at when
 * @param by name of the key, or {@code loopback}
 * @param action method and path, such as {@code POST /feeds}
 * @param subject id of what was written
 * @param status HTTP status of the answer
 * @param reason as the writer gave it; null when not given
 */
public record AuditEvent(
        Instant at,
        String by,
        String action,
        String subject,
        int status,
        @Nullable String reason) {
    public AuditEvent {
        Require.text("audit subject", subject);
    }
}
