// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.demo;

import java.time.Instant;

/**
 * An item of a demo feed.
 *
 * @param guid its id
 * @param title plain text
 * @param text plain text
 * @param publishedAt never in the future
 */
record Story(String guid, String title, String text, Instant publishedAt) {
    Story edited() {
        return new Story(guid, title + " (corrected)", text + " An earlier version had the wrong figure.", publishedAt);
    }
}
