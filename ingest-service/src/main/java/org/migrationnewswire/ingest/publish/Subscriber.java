// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import org.migrationnewswire.contracts.FeedState;

/** Who asks hubs to tell us of a feed's news (W3C WebSub, section 5). */
public interface Subscriber {
    /** For where no hub can reach us. */
    Subscriber NONE = new Subscriber() {
        @Override
        public boolean isEnabled() {
            return false;
        }

        @Override
        public void ask(FeedState state) {
            throw new IllegalStateException("no hub is to be asked");
        }
    };

    /** Whether hubs can reach us. */
    boolean isEnabled();

    /** Asks the hub of {@code state.push()}; comes back at once. */
    void ask(FeedState state);
}
