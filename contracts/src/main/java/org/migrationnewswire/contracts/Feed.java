// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed as a person registered it; a record of {@link Topic#FEEDS}, keyed by its id.
 *
 * @param id hash of the first normalised URL, see {@link Ids#feed}
 * @param url where it is fetched now: {@code http}, {@code https}, or {@code file} when the command line gave it
 * @param title the person's own name for it, over the one that the document gives
 * @param interval the shortest time between two polls; null leaves it to the scheduler
 * @param labels free words to group feeds by
 * @param rights what may be shown to whom
 * @param auth how to sign in; null when the feed is open
 * @param unverifiedTls true when a person has switched the check of its certificate off
 * @param enabled false when a person paused it
 * @param createdAt when it was registered
 */
public record Feed(
        String id,
        String url,
        @Nullable String title,
        @Nullable Duration interval,
        List<String> labels,
        Rights rights,
        @Nullable Auth auth,
        boolean unverifiedTls,
        boolean enabled,
        Instant createdAt) {
    public Feed {
        Require.text("feed id", id);
        Require.text("feed url", url);
        labels = Require.list(labels);
        rights = rights == null ? Rights.DEFAULT : rights;
    }

    /**
     * What may be done with a feed's words.
     *
     * @param licence SPDX id or URL of a licence; null when unknown
     * @param display how much of an item may be shown in the open
     * @param audience who may read it at all
     */
    public record Rights(@Nullable String licence, Display display, Audience audience) {
        /** Extracts for everybody: what holds when a feed says nothing. */
        public static final Rights DEFAULT = new Rights(null, Display.EXTRACT, Audience.OPEN);

        public Rights {
            display = display == null ? Display.EXTRACT : display;
            audience = audience == null ? Audience.OPEN : audience;
        }
    }

    /** How much of an item may be shown in the open. */
    public enum Display {
        /** Everything that the feed gives. */
        @JsonProperty("full")
        FULL,
        /** Title, link, at most 300 characters of summary, and the sentences that carry evidence. */
        @JsonProperty("extract")
        EXTRACT,
        /** Title and link. */
        @JsonProperty("link")
        LINK
    }

    /** Who may read a feed's items. */
    public enum Audience {
        @JsonProperty("open")
        OPEN,
        /** Readers on loopback or with a key. */
        @JsonProperty("restricted")
        RESTRICTED
    }

    /**
     * How a feed is signed in to. The secret itself stands in configuration; this only names it.
     *
     * @param scheme kind of credential
     * @param secret name of the configuration property that holds it
     * @param header name of the header, for {@link Scheme#HEADER} alone
     */
    public record Auth(
            Scheme scheme, String secret, @Nullable String header) {
        public Auth {
            Require.text("auth secret", secret);
        }
    }

    /** Kind of credential. */
    public enum Scheme {
        @JsonProperty("basic")
        BASIC,
        @JsonProperty("bearer")
        BEARER,
        @JsonProperty("header")
        HEADER
    }
}
