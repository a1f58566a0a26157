// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of a feed as it now is; a record of {@link Topic#ITEMS}, keyed by its id, one event a revision.
 *
 * @param id hash of feed id and entry key, see {@link Ids#item}
 * @param feedId the feed it came from
 * @param revision content changes, from 1
 * @param revisions the last 20, the oldest first
 * @param guid the publisher's id, as given
 * @param title plain text, no markup; empty only when the publisher gave none or the item is withdrawn
 * @param link the item's page, as given but absolute
 * @param canonicalLink the link without what does not identify the page: trackers, fragment, doubled slashes
 * @param summary plain text
 * @param contentHtml sanitised, links absolute
 * @param contentText its text, a blank line between paragraphs
 * @param truncated true when the content was cut at 256 KB
 * @param authors who wrote it
 * @param categories the publisher's own, as given
 * @param enclosures files that go with it
 * @param declaredLanguage BCP 47, as item or feed declare it
 * @param publishedAt as the feed gives it; null when it gives none, never "now"
 * @param updatedAt as the feed gives it
 * @param firstSeenAt when a poll first saw the item
 * @param fetchedAt when the poll that made this revision was fetched
 * @param sortDate the earlier of {@code publishedAt} (else {@code firstSeenAt}) and {@code firstSeenAt}
 * @param feed the feed's title and link at that time
 * @param contentHash hash of what counts as content
 * @param backfill true when it came with the feed's first poll, or was published more than 7 days before it was seen
 * @param withdrawnAt when it was taken back; the content is then empty
 */
public record Item(
        String id,
        String feedId,
        int revision,
        List<Revision> revisions,
        @Nullable String guid,
        String title,
        @Nullable String link,
        @Nullable String canonicalLink,
        @Nullable String summary,
        @Nullable String contentHtml,
        @Nullable String contentText,
        boolean truncated,
        List<Author> authors,
        List<String> categories,
        List<Enclosure> enclosures,
        @Nullable String declaredLanguage,
        @Nullable Instant publishedAt,
        @Nullable Instant updatedAt,
        Instant firstSeenAt,
        Instant fetchedAt,
        Instant sortDate,
        Source feed,
        String contentHash,
        boolean backfill,
        @Nullable Instant withdrawnAt) {
    /** Content longer than this, in bytes of UTF-8, is cut. */
    public static final int MAX_CONTENT_BYTES = 256 * 1024;

    /** Revisions that an item remembers. */
    public static final int MAX_REVISIONS = 20;

    public Item {
        Require.text("item id", id);
        Require.text("item feedId", feedId);
        Require.atLeast("item revision", revision, 1);
        Require.present("item title", title);
        Require.present("item firstSeenAt", firstSeenAt);
        Require.present("item fetchedAt", fetchedAt);
        Require.present("item sortDate", sortDate);
        Require.present("item feed", feed);
        Require.text("item contentHash", contentHash);
        revisions = Require.list(revisions);
        authors = Require.list(authors);
        categories = Require.list(categories);
        enclosures = Require.list(enclosures);
    }

    /**
     * This item taken back: ids, hashes and dates stay, every word of its content goes.
     *
     * @param at when it was taken back
     */
    public Item withdrawn(Instant at) {
        List<Revision> wordless = revisions.stream()
                .map(r -> new Revision(r.n(), r.at(), "", r.contentHash()))
                .toList();
        return new Item(
                id,
                feedId,
                revision,
                wordless,
                null,
                "",
                null,
                null,
                null,
                null,
                null,
                false,
                List.of(),
                List.of(),
                List.of(),
                declaredLanguage,
                publishedAt,
                updatedAt,
                firstSeenAt,
                fetchedAt,
                sortDate,
                feed,
                contentHash,
                backfill,
                at);
    }

    /** When an item is sorted: {@code min(publishedAt or firstSeenAt, firstSeenAt)}. */
    public static Instant sortDate(@Nullable Instant publishedAt, Instant firstSeenAt) {
        return publishedAt != null && publishedAt.isBefore(firstSeenAt) ? publishedAt : firstSeenAt;
    }

    /**
     * One state that the content has been in.
     *
     * @param n revision number, from 1
     * @param at when it was fetched
     * @param title title at that time
     * @param contentHash hash of the content at that time
     */
    public record Revision(int n, Instant at, String title, String contentHash) {}

    /**
     * Somebody who wrote an item.
     *
     * @param name as given, never empty
     * @param email address; null when not given
     * @param uri home page; null when not given
     */
    public record Author(
            String name, @Nullable String email, @Nullable String uri) {
        public Author {
            Require.text("author name", name);
        }
    }

    /**
     * A file that goes with an item.
     *
     * @param url absolute
     * @param type media type; null when not given
     * @param length in bytes; null when not given
     */
    public record Enclosure(
            String url, @Nullable String type, @Nullable Long length) {
        public Enclosure {
            Require.text("enclosure url", url);
        }
    }

    /**
     * The feed as its items name it.
     *
     * @param title the person's title, else the document's, else the URL
     * @param link the site; null when not given
     */
    public record Source(String title, @Nullable String link) {}
}
