// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.smallrye.health.SmallRyeHealthReporter;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.migrationnewswire.ingest.IngestLifecycle;

/** Says, once every service is ready, where everything is; then waits for the end. */
final class Announcement implements QuarkusApplication {
    private static final long LOOK_AGAIN_MS = 50;

    private final SmallRyeHealthReporter health;
    private final IngestLifecycle ingest;
    private final DemoStart demo;
    private final int port;
    private final String bootstrapServers;

    Announcement(
            SmallRyeHealthReporter health,
            IngestLifecycle ingest,
            DemoStart demo,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "newswire.kafka.bootstrap-servers") String bootstrapServers) {
        this.health = health;
        this.ingest = ingest;
        this.demo = demo;
        this.port = port;
        this.bootstrapServers = bootstrapServers;
    }

    @Override
    public int run(String... arguments) {
        Thread announcement = Thread.ofPlatform().daemon().name("announcement").start(this::announceWhenReady);
        Quarkus.waitForExit();
        announcement.interrupt(); // what it asks is being closed
        return 0;
    }

    private void announceWhenReady() {
        try {
            do {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
            } while (health.getReadiness().isDown());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        boolean noFeeds = ingest.view().all().isEmpty() && !demo.isOn();
        demo.registerFeeds();
        long millis = ManagementFactory.getRuntimeMXBean().getUptime();
        System.out.printf("""

                Migration Newswire is ready (%.1f s).
                  page    http://localhost:%d/
                  API     http://localhost:%d/items
                  broker  %s
                Ctrl-C stops it.
                %n""", millis / 1000.0, port, port, bootstrapServers);
        if (noFeeds) {
            System.out.print("""
                    There are no feeds yet. Follow the starter list:  ./newswire up --feeds feeds/starter.opml
                    Without a network, see it alive:                  ./newswire up --demo

                    """);
        }
        System.out.flush();
    }
}
