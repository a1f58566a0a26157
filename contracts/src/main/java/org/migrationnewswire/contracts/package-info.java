/**
 * What goes over Kafka: one record a kind of event, its ids, its JSON, its topic.
 *
 * <p>Each record of a log is the whole thing as it now is; the CloudEvents type in the headers says only why it was
 * written. So a view is built by keeping the last value a key, and never by filtering on the type. All instants are
 * UTC with milliseconds. Fields marked {@code @Nullable} are left out of the JSON when they are null; lists are never
 * null. {@code docs/wire.md} is the exact contract, with a golden file an event that the tests read and write.
 */
@NullMarked
package org.migrationnewswire.contracts;

import org.jspecify.annotations.NullMarked;
