// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.contracts.FeedState.Validators;
import org.migrationnewswire.ingest.fetch.FetchResult;
import org.migrationnewswire.ingest.fetch.Fetcher;
import org.migrationnewswire.ingest.parse.FeedParser;
import org.migrationnewswire.ingest.parse.ParseResult;
import org.migrationnewswire.ingest.schedule.Hosts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches and parses on virtual threads, and hands each poll back. */
public final class Poller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

    private final Fetcher fetcher;
    private final FeedParser parser = new FeedParser();
    private final Hosts hosts;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** A poller; closing it closes the fetcher. */
    public Poller(Fetcher fetcher, Hosts hosts, Clock clock) {
        this.fetcher = fetcher;
        this.hosts = hosts;
        this.clock = clock;
    }

    /** Polls the feed, and tells when it is done, on another thread. */
    void poll(Feed feed, Validators validators, boolean commanded, Consumer<Polled> done) {
        threads.execute(() -> {
            try {
                done.accept(hosts.request(feed.url(), () -> poll(feed, validators, commanded)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                LOG.error("A poll failed by a defect feed={} url={}", feed.id(), feed.url(), e);
                FetchResult failed = new FetchResult.Failed("defect", "a defect of ours: " + e, null);
                done.accept(new Polled(feed.id(), failed, null, Instant.now(clock), 0, commanded));
            }
        });
    }

    private Polled poll(Feed feed, Validators validators, boolean commanded) {
        Instant at = Instant.now(clock);
        FetchResult fetched = fetcher.fetch(feed.url(), validators);
        ParseResult parsed = parse(fetched);
        long millis = Duration.between(at, Instant.now(clock)).toMillis();
        return new Polled(feed.id(), fetched, parsed, at, millis, commanded);
    }

    private @Nullable ParseResult parse(FetchResult fetched) {
        return fetched instanceof FetchResult.Fetched document
                ? parser.parse(document.body(), document.contentType(), document.location())
                : null;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        fetcher.close();
    }
}
