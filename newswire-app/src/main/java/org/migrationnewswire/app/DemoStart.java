// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.app;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.demo.DemoPublisher;
import org.migrationnewswire.demo.DemoSettings;
import org.migrationnewswire.ingest.IngestLifecycle;
import org.migrationnewswire.ingest.identity.FeedUrl;

/** Registers the demo feeds, polled every ten seconds, once they are served and the registry is known. */
@Singleton
final class DemoStart {
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final DemoSettings settings;
    private final IngestLifecycle ingest;
    private final int port;

    DemoStart(DemoSettings settings, IngestLifecycle ingest, @ConfigProperty(name = "quarkus.http.port") int port) {
        this.settings = settings;
        this.ingest = ingest;
        this.port = port;
    }

    boolean isOn() {
        return settings.enabled();
    }

    void registerFeeds() {
        if (!settings.enabled()) {
            return;
        }
        for (String file : DemoPublisher.FILES) {
            String url = "http://127.0.0.1:" + port + "/demo/" + file;
            if (ingest.view().find(FeedUrl.id(url)) == null) {
                ingest.registrar()
                        .write(new Feed(
                                FeedUrl.id(url),
                                url,
                                null,
                                INTERVAL,
                                List.of("Demo"),
                                Feed.Rights.DEFAULT,
                                null,
                                false,
                                true,
                                ingest.registrar().now()));
            }
        }
    }
}
