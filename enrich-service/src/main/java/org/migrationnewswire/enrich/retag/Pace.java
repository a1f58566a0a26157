// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.retag;

/**
 * How fast the history is tagged again.
 *
 * @param group consumer group of the tasks that tag
 * @param itemsPerSecond at most
 * @param outstanding requests that wait in a partition, at most: live items queue behind no more
 */
public record Pace(String group, int itemsPerSecond, int outstanding) {
    public Pace {
        if (itemsPerSecond < 1) {
            throw new IllegalArgumentException("the re-tagging rate is " + itemsPerSecond + ", less than 1");
        }
        if (outstanding < 1) {
            throw new IllegalArgumentException("the re-tagging's outstanding is " + outstanding + ", less than 1");
        }
    }
}
