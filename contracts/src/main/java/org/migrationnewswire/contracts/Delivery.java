// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the delivery of an alert stands: a record of {@link Topic#DELIVERIES}, keyed by
 * {@code subscriptionId/alertId} and partitioned by subscription id.
 *
 * @param subscriptionId the subscription
 * @param alertId the alert; the same over all attempts
 * @param status in a word
 * @param attempts made so far
 * @param lastAttemptAt when the last was made; null before the first
 * @param nextAttemptAt when the next is due; null when none is
 * @param httpStatus of the last answer; null when there was none
 * @param error what went wrong last; null when nothing did
 */
public record Delivery(
        String subscriptionId,
        String alertId,
        Status status,
        int attempts,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Integer httpStatus,
        FeedState.@Nullable Failure error) {
    public Delivery {
        Require.text("delivery subscriptionId", subscriptionId);
        Require.text("delivery alertId", alertId);
    }

    /** The key of its record. */
    public String key() {
        return subscriptionId + "/" + alertId;
    }

    /** How a delivery stands. */
    public enum Status {
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("delivered")
        DELIVERED,
        /** The story had been sent already. */
        @JsonProperty("held-back")
        HELD_BACK,
        /** Given up after the last attempt. */
        @JsonProperty("failed")
        FAILED
    }
}
