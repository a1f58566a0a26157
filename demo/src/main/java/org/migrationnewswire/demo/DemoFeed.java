// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.demo;

import java.util.List;

/**
 * A demo feed as its file describes it.
 *
 * @param file name of its document
 * @param format {@code rss}, {@code atom} or {@code json}
 * @param title its name
 * @param language BCP 47
 * @param edits whether its first story is corrected after a while
 * @param withdraws whether its second story is taken back after a while
 * @param templates title and text of each item, places filled in
 */
record DemoFeed(
        String file,
        String format,
        String title,
        String language,
        boolean edits,
        boolean withdraws,
        List<Template> templates) {
    record Template(String title, String text) {}
}
