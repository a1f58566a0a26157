// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.stream;

import java.util.Set;
import org.migrationnewswire.contracts.EventType;
import org.migrationnewswire.runtime.http.Reader;
import org.migrationnewswire.store.rights.FeedRights;

/** What of the stream a reader may see: as much as of the items that it asks for. Thread-safe. */
final class Sight {
    private final Reader who;
    private final FeedRights rights;

    Sight(Reader who, FeedRights rights) {
        this.who = who;
        this.rights = rights;
    }

    /** Withdrawals say nothing but which item it is, and concern whoever has seen it when it was still to be seen. */
    boolean covers(StreamEvent event) {
        Set<String> feeds = rights.readable(who);
        return event.type() == EventType.WITHDRAWN
                || feeds == null
                || feeds.contains(event.item().item().feedId());
    }

    /** The event's data for that reader: made at most once for all who read in the open. */
    String data(StreamEvent event) {
        return who.trusted() ? event.data() : event.openData(rights, who);
    }
}
