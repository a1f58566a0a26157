// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

/**
 * What a re-tagging has come to in one partition; a record of {@link Topic#RETAGS}, keyed by
 * {@code retagId/partition}.
 *
 * @param retagId the re-tagging
 * @param partition of {@link Topic#ITEMS}
 * @param done whether no more will come
 * @param outcome so far
 */
public record RetagPart(String retagId, int partition, boolean done, RetagOutcome outcome) {
    public RetagPart {
        Require.text("retagId", retagId);
        Require.present("outcome", outcome);
    }
}
