// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

/** Why a feed is polled. */
enum Ask {
    /** It is due. */
    SCHEDULED,
    /** A person wants to know now. */
    COMMANDED,
    /** A person says that entries whose ids have changed are the same entries. */
    SAME_ENTRIES,
    /** A person says that entries whose ids have changed are new ones. */
    NEW_ENTRIES,
    /** A hub has sent the document: nothing was fetched. */
    PUSHED;

    boolean isByPerson() {
        return this == COMMANDED || this == SAME_ENTRIES || this == NEW_ENTRIES;
    }
}
