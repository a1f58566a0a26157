/**
 * A feed's document, fetched without annoying its publisher.
 *
 * <p>{@link org.migrationnewswire.ingest.fetch.Fetcher} asks conditionally with the validators exactly as they came
 * (RFC 9110, section 13), follows at most five redirects of {@code http} and {@code https}, unpacks gzip within the
 * limit of the decoded body, and gives up at its deadlines. Every address is checked against {@link
 * org.migrationnewswire.ingest.fetch.Networks} before a request goes out. Whatever happens is one of the cases of
 * {@link org.migrationnewswire.ingest.fetch.FetchResult}. A {@code file:} feed is read from disk.
 */
@NullMarked
package org.migrationnewswire.ingest.fetch;

import org.jspecify.annotations.NullMarked;
