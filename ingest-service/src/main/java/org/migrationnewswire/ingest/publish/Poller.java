// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Command;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.contracts.FeedState.Validators;
import org.migrationnewswire.ingest.fetch.FetchRequest;
import org.migrationnewswire.ingest.fetch.FetchResult;
import org.migrationnewswire.ingest.fetch.Fetcher;
import org.migrationnewswire.ingest.parse.FeedLinks;
import org.migrationnewswire.ingest.parse.FeedParser;
import org.migrationnewswire.ingest.parse.ParseResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches and parses on virtual threads, and hands each poll back. */
public final class Poller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

    private final Fetcher fetcher;
    private final FeedParser parser = new FeedParser();
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** A poller; closing it closes the fetcher. */
    public Poller(Fetcher fetcher, Clock clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /** Polls the feed, and tells when it is done, on another thread. */
    void poll(Feed feed, FeedState state, Ask ask, Consumer<Polled> done) {
        handOver(feed, ask, done, () -> poll(feed, state, ask));
    }

    /** Takes what a hub has sent for a poll of the feed. */
    void take(Feed feed, FeedState state, Command.Document document, Consumer<Polled> done) {
        handOver(feed, Ask.PUSHED, done, () -> {
            Instant at = Instant.now(clock);
            ParseResult parsed = parser.parse(document.body(), document.contentType(), address(feed, state));
            FetchResult pushed = new FetchResult.Fetched(
                    document.body(),
                    new FetchResult.Headers(document.contentType(), state.validators(), null, null, null),
                    null,
                    document.body().length,
                    address(feed, state),
                    null);
            return new Polled(feed.id(), pushed, parsed, at, millisSince(at), Ask.PUSHED, null);
        });
    }

    private interface Poll {
        Polled run();
    }

    private void handOver(Feed feed, Ask ask, Consumer<Polled> done, Poll poll) {
        threads.execute(() -> {
            try {
                done.accept(poll.run());
            } catch (RuntimeException e) {
                LOG.error("A poll failed by a defect feed={} url={}", feed.id(), feed.url(), e);
                FetchResult failed = new FetchResult.Failed("defect", "a defect of ours: " + e, null);
                done.accept(new Polled(feed.id(), failed, null, Instant.now(clock), 0, ask, null));
            }
        });
    }

    private Polled poll(Feed feed, FeedState state, Ask ask) {
        Instant at = Instant.now(clock);
        boolean full = ask.isByPerson() || PollOutcomes.isFullDue(state);
        FetchResult fetched =
                fetcher.fetch(request(feed, address(feed, state), full ? Validators.NONE : state.validators()));
        ParseResult parsed = parse(fetched);
        if (!state.polled() && fetched instanceof FetchResult.Fetched page && FeedLinks.isWebPage(parsed)) {
            return found(feed, page, parsed, at, ask);
        }
        return new Polled(feed.id(), fetched, parsed, at, millisSince(at), ask, null);
    }

    /** The address of a new feed is a web page: the feed that it links to is meant. */
    private Polled found(Feed feed, FetchResult.Fetched page, @Nullable ParseResult pageParsed, Instant at, Ask ask) {
        List<FeedLinks.Link> links = FeedLinks.of(page.body(), page.headers().contentType(), page.location());
        if (!links.isEmpty()) {
            String url = links.get(0).url();
            FetchResult fetched = fetcher.fetch(request(feed, url, Validators.NONE));
            ParseResult parsed = parse(fetched);
            if (parsed instanceof ParseResult.Parsed) {
                return new Polled(feed.id(), fetched, parsed, at, millisSince(at), ask, url);
            }
        }
        return new Polled(feed.id(), page, pageParsed, at, millisSince(at), ask, null);
    }

    private static FetchRequest request(Feed feed, String url, Validators validators) {
        return new FetchRequest(url, validators, feed.auth(), feed.unverifiedTls());
    }

    private static String address(Feed feed, FeedState state) {
        return state.place().url() == null ? feed.url() : state.place().url();
    }

    private long millisSince(Instant at) {
        return Duration.between(at, Instant.now(clock)).toMillis();
    }

    private @Nullable ParseResult parse(FetchResult fetched) {
        return fetched instanceof FetchResult.Fetched document
                ? parser.parse(document.body(), document.headers().contentType(), document.location())
                : null;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        fetcher.close();
    }
}
