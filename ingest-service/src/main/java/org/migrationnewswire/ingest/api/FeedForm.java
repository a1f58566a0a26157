// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.ingest.identity.FeedUrl;
import org.migrationnewswire.ingest.registry.FeedArguments;
import org.migrationnewswire.runtime.http.ProblemException;

/**
 * A feed as a person wants it. In a change, what is null stays as it is.
 *
 * @param url {@code http} or {@code https}; a web page's is taken for the feed that it links to
 * @param title a name for it, at most 300 characters; null or empty for the document's own
 * @param interval time between polls, 1 minute to 24 hours; null leaves it to the scheduler
 * @param labels at most 20, each at most 100 characters
 * @param rights null for extracts to everybody, or to nobody when the feed is signed in to
 * @param auth how to sign in; its secret is the name of one in {@code newswire.ingest.secrets}
 * @param unverifiedTls true to take any certificate
 * @param enabled false to pause it
 */
public record FeedForm(
        @Nullable String url,
        @Nullable String title,
        @Nullable Duration interval,
        @Nullable List<String> labels,
        Feed.@Nullable Rights rights,
        Feed.@Nullable Auth auth,
        @Nullable Boolean unverifiedTls,
        @Nullable Boolean enabled) {
    private static final int MAX_URL = 2_000;
    private static final int MAX_TITLE = 300;
    private static final int MAX_LABELS = 20;
    private static final int MAX_LABEL = 100;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(24);

    /** The feed that it makes. */
    Feed feed(Instant now) {
        check();
        String address = checkedUrl(url);
        return new Feed(
                FeedUrl.id(address),
                address,
                emptyToNull(title),
                interval,
                labels == null ? List.of() : labels,
                rights != null ? rights : auth == null ? Feed.Rights.DEFAULT : SIGNED_IN,
                auth,
                Boolean.TRUE.equals(unverifiedTls),
                !Boolean.FALSE.equals(enabled),
                now);
    }

    private static final Feed.Rights SIGNED_IN = new Feed.Rights(null, Feed.Display.EXTRACT, Feed.Audience.RESTRICTED);

    /** The feed changed as it says; its id stays. */
    Feed change(Feed feed) {
        check();
        return new Feed(
                feed.id(),
                url == null ? feed.url() : checkedUrl(url),
                title == null ? feed.title() : emptyToNull(title),
                interval == null ? feed.interval() : interval,
                labels == null ? feed.labels() : labels,
                rights == null ? feed.rights() : rights,
                auth == null ? feed.auth() : auth,
                unverifiedTls == null ? feed.unverifiedTls() : unverifiedTls,
                enabled == null ? feed.enabled() : enabled,
                feed.createdAt());
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String checkedUrl(@Nullable String url) {
        if (url == null || url.isBlank()) {
            throw ProblemException.badRequest("url", null, "The feed's url is missing.");
        }
        if (url.regionMatches(true, 0, "file:", 0, 5)) {
            throw ProblemException.badRequest(
                    "url", null, "Local files are feeds only from the command line: ./newswire up --feeds FILE.");
        }
        if (url.length() > MAX_URL) {
            throw ProblemException.badRequest("url", MAX_URL, "The url is longer than " + MAX_URL + " characters.");
        }
        if (url.startsWith("http") && FeedArguments.resolve(List.of(url)) instanceof FeedArguments.Feeds) {
            return url.strip();
        }
        throw ProblemException.badRequest("url", null, "'" + url + "' is no address such as https://example.org/feed.");
    }

    private void check() {
        if (title != null && title.length() > MAX_TITLE) {
            throw ProblemException.badRequest(
                    "title", MAX_TITLE, "The title is longer than " + MAX_TITLE + " characters.");
        }
        if (labels != null
                && (labels.size() > MAX_LABELS || labels.stream().anyMatch(l -> l == null || l.length() > MAX_LABEL))) {
            throw ProblemException.badRequest(
                    "labels",
                    null,
                    "There are more than " + MAX_LABELS + " labels, or one is longer than " + MAX_LABEL + ".");
        }
        if (interval != null && (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0)) {
            throw ProblemException.badRequest("interval", null, "The interval is not from PT1M to PT24H.");
        }
        if (auth != null && !auth.secret().matches("[A-Za-z0-9._-]{1,100}")) {
            throw ProblemException.badRequest(
                    "auth.secret",
                    null,
                    "auth.secret is the name of a secret in newswire.ingest.secrets, of letters, digits, '.', '_', '-'.");
        }
        if (auth != null && auth.header() != null && !auth.header().matches("[A-Za-z0-9-]{1,100}")) {
            throw ProblemException.badRequest("auth.header", null, "auth.header is no name of a header.");
        }
    }
}
