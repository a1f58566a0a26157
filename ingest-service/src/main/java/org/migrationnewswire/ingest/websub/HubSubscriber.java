// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.websub;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.ingest.fetch.FormPoster;
import org.migrationnewswire.ingest.publish.Subscriber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks hubs by HTTP, on threads of its own. */
public final class HubSubscriber implements Subscriber, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubSubscriber.class);
    private static final Duration LEASE = Duration.ofDays(10);

    private final URI callback;
    private final HubKeys keys;
    private final FormPoster poster;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * A subscriber.
     *
     * @param callback the address under which hubs reach us
     */
    public HubSubscriber(URI callback, HubKeys keys, FormPoster poster) {
        this.callback = callback;
        this.keys = keys;
        this.poster = poster;
    }

    @Override
    public boolean isEnabled() {
        return true;
    }

    @Override
    public void ask(FeedState state) {
        FeedState.Push push = state.push();
        if (push != null) {
            threads.execute(() -> ask(state.feedId(), push));
        }
    }

    private void ask(String feedId, FeedState.Push push) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("hub.callback", callback.toString().replaceAll("/$", "") + "/websub/" + feedId);
        form.put("hub.mode", "subscribe");
        form.put("hub.topic", push.topic());
        form.put("hub.lease_seconds", String.valueOf(LEASE.toSeconds()));
        form.put("hub.secret", keys.of(feedId));
        String refused = poster.post(push.hub(), form);
        if (refused == null) {
            LOG.info("A hub was asked hub={} topic={}", push.hub(), push.topic());
        } else {
            LOG.warn("A hub could not be asked hub={} topic={} reason={}", push.hub(), push.topic(), refused);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
