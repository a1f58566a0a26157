// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.ingest.fetch.FetchResult;
import org.migrationnewswire.ingest.parse.ParseResult;

/**
 * A poll as it came back from the network.
 *
 * @param feedId the feed
 * @param fetched what became of the request
 * @param parsed what became of the document; null when there was none
 * @param at when the poll began
 * @param millis how long it took
 * @param ask why it was made
 * @param foundAt where the feed is, when the address given was a web page that links to it; else null
 */
record Polled(
        String feedId,
        FetchResult fetched,
        @Nullable ParseResult parsed,
        Instant at,
        long millis,
        Ask ask,
        @Nullable String foundAt) {}
