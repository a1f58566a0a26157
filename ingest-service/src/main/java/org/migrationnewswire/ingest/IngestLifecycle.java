// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.contracts.kafka.TopicMismatchException;
import org.migrationnewswire.ingest.discover.Discovery;
import org.migrationnewswire.ingest.fetch.FetchLimits;
import org.migrationnewswire.ingest.fetch.Fetcher;
import org.migrationnewswire.ingest.fetch.FormPoster;
import org.migrationnewswire.ingest.fetch.Hosts;
import org.migrationnewswire.ingest.fetch.Identity;
import org.migrationnewswire.ingest.fetch.Networks;
import org.migrationnewswire.ingest.identity.FeedUrl;
import org.migrationnewswire.ingest.publish.IngestLoop;
import org.migrationnewswire.ingest.publish.Membership;
import org.migrationnewswire.ingest.publish.PollAccount;
import org.migrationnewswire.ingest.publish.Poller;
import org.migrationnewswire.ingest.publish.Subscriber;
import org.migrationnewswire.ingest.registry.FeedArguments;
import org.migrationnewswire.ingest.registry.FeedSource;
import org.migrationnewswire.ingest.registry.Registrar;
import org.migrationnewswire.ingest.registry.RegistryView;
import org.migrationnewswire.ingest.schedule.DiskGuard;
import org.migrationnewswire.ingest.schedule.Schedule;
import org.migrationnewswire.ingest.websub.HubKeys;
import org.migrationnewswire.ingest.websub.HubSubscriber;
import org.migrationnewswire.runtime.kafka.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the service's threads when the application starts, and stops them when it stops. */
@Singleton
public final class IngestLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(IngestLifecycle.class);
    private static final int WRONG_TOPICS = 2;
    private static final long STOP_WITHIN_MS = 1_000;

    private final IngestSettings settings;
    private final Topics topics;
    private final RegistryView view;
    private final Registrar registrar;
    private final Discovery discovery;
    private final DiskGuard disk;
    private final FormPoster poster;
    private final @Nullable HubKeys hubKeys;
    private final Poller poller;
    private final IngestLoop loop;
    private final Thread starter =
            Thread.ofPlatform().daemon().name("ingest-start").unstarted(this::bringUp);

    IngestLifecycle(IngestSettings settings, Topics topics, KafkaConnection connection, MeterRegistry meters) {
        Clock clock = Clock.systemUTC();
        this.settings = settings;
        this.topics = topics;
        this.view = new RegistryView(connection);
        this.registrar = new Registrar(connection, clock);
        Networks networks = new Networks(settings.allowedNetworks().orElse(List.of()));
        Identity identity = new Identity(
                settings.userAgent(), settings.secrets(), settings.proxy().orElse(null));
        Fetcher fetcher =
                new Fetcher(networks, limits(settings), identity, new Hosts(settings.hostPause(), clock), clock);
        this.discovery = new Discovery(fetcher);
        this.poller = new Poller(fetcher, clock);
        this.disk = new DiskGuard(settings.diskFolder(), settings.diskLeastFree(), clock);
        this.poster = new FormPoster(networks, limits(settings), identity);
        this.hubKeys = settings.websubSecret().map(HubKeys::new).orElse(null);
        this.loop = new IngestLoop(
                connection,
                new Membership(settings.instanceId(), settings.sessionTimeout()),
                poller,
                new Schedule(settings.minInterval(), settings.maxInterval(), RandomGenerator.getDefault()),
                subscriber(settings, hubKeys, poster),
                disk,
                new PollAccount(meters),
                clock);
    }

    private static Subscriber subscriber(IngestSettings settings, @Nullable HubKeys keys, FormPoster poster) {
        if (settings.websubCallback().isEmpty()) {
            return Subscriber.NONE;
        }
        if (keys == null) {
            throw new IllegalArgumentException(
                    "newswire.ingest.websub-callback is set, newswire.ingest.websub-secret is not: set it too");
        }
        return new HubSubscriber(settings.websubCallback().get(), keys, poster);
    }

    /** Finds the feeds at an address. */
    public Discovery discovery() {
        return discovery;
    }

    /** What hubs sign with; null when none is asked. */
    public @Nullable HubKeys hubKeys() {
        return hubKeys;
    }

    /** Why no feed is polled now, in a sentence; null when they are. */
    public @Nullable String pausedBecause() {
        return disk.reason();
    }

    /** All feeds as the log has them. */
    public RegistryView view() {
        return view;
    }

    /** Who writes feeds and commands. */
    public Registrar registrar() {
        return registrar;
    }

    boolean isReady() {
        return view.isComplete() && loop.isMember();
    }

    void start(@Observes StartupEvent event) {
        starter.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        starter.interrupt();
        starter.join(STOP_WITHIN_MS);
        loop.close();
        poller.close();
        poster.close();
        view.close();
        registrar.close();
    }

    private void bringUp() {
        try {
            topics.await();
            view.start();
            loop.start();
            while (!view.isComplete()) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            registerGivenFeeds();
        } catch (TopicMismatchException e) {
            LOG.error("{}", e.getMessage());
            Quarkus.asyncExit(WRONG_TOPICS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void registerGivenFeeds() {
        switch (FeedArguments.resolve(settings.feeds().orElse(List.of()))) {
            case FeedArguments.Wrong wrong -> LOG.error("newswire.ingest.feeds: {}", wrong.sentence());
            case FeedArguments.Feeds feeds -> {
                feeds.warnings().forEach(warning -> LOG.warn("An outline was passed over: {}", warning));
                feeds.sources().forEach(this::registerIfNew);
            }
        }
    }

    private void registerIfNew(FeedSource source) {
        if (view.find(FeedUrl.id(source.url())) == null) {
            registrar.write(source.feed(registrar.now()));
            LOG.info("A feed was registered url={}", source.url());
        }
    }

    private static FetchLimits limits(IngestSettings settings) {
        return new FetchLimits(
                settings.connectTimeout(),
                settings.headerTimeout(),
                settings.idleTimeout(),
                settings.fetchTimeout(),
                settings.maxDocumentBytes());
    }
}
