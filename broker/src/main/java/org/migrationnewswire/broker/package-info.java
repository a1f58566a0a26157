/**
 * A Kafka broker inside a JVM: one node that is broker and controller (KRaft), its log in a folder.
 *
 * <p>It is formatted on first start with a constant cluster id, listens on loopback alone, keeps group offsets for ten
 * years, and has its session timeouts lowered so that clients killed with {@code kill -9} are back in seconds. What it
 * acknowledged survives the death of the process. Kafka does not flush each write to disk: the log is flushed every
 * second, so a power cut may cost the last second. Beyond one machine, use a real cluster.
 */
@NullMarked
package org.migrationnewswire.broker;

import org.jspecify.annotations.NullMarked;
