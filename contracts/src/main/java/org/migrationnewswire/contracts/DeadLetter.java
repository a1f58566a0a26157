// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

/**
 * What came with a record that could not be handled: headers of {@link Topic#DEAD_LETTERS}, whose key and value are
 * the original bytes.
 *
 * @param topic where the record stood
 * @param partition its partition
 * @param offset its offset
 * @param category a fixed word, the same in the metrics
 * @param message a sentence for a person, at most 1,000 characters, no content of the record
 */
public record DeadLetter(String topic, int partition, long offset, String category, String message) {
    public static final String TOPIC = "dead-letter-topic";
    public static final String PARTITION = "dead-letter-partition";
    public static final String OFFSET = "dead-letter-offset";
    public static final String CATEGORY = "dead-letter-category";
    public static final String MESSAGE = "dead-letter-message";

    private static final int MAX_MESSAGE = 1_000;

    public DeadLetter {
        message = message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) : message;
    }
}
