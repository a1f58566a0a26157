// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.contracts.FeedState.Validators;

/**
 * A request for a feed's document.
 *
 * @param url where it is
 * @param validators what the server gave with the document that we have
 * @param auth how to sign in; null when nobody need
 * @param unverifiedTls whether any certificate will do
 */
public record FetchRequest(String url, Validators validators, Feed.@Nullable Auth auth, boolean unverifiedTls) {
    /** A request for whatever is there now. */
    public static FetchRequest to(String url) {
        return new FetchRequest(url, Validators.NONE, null, false);
    }
}
