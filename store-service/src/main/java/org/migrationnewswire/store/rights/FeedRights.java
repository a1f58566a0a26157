// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.rights;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.contracts.Feed.Audience;
import org.migrationnewswire.contracts.Feed.Rights;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.contracts.kafka.TopicFollower;
import org.migrationnewswire.contracts.kafka.TopicMismatchException;
import org.migrationnewswire.runtime.http.Reader;
import org.migrationnewswire.runtime.kafka.Topics;

/** What each feed allows, kept up to date. Thread-safe. */
@Singleton
public final class FeedRights {
    private final Map<String, Rights> rights = new ConcurrentHashMap<>();
    private final Topics topics;
    private final TopicFollower follower;
    private final Thread starter =
            Thread.ofPlatform().daemon().name("store-rights-start").unstarted(this::follow);
    private volatile @Nullable Set<String> open;

    FeedRights(Topics topics, KafkaConnection connection) {
        this.topics = topics;
        this.follower = new TopicFollower(connection, "store-rights", List.of(Topic.FEEDS), this::take);
    }

    void start(@Observes StartupEvent event) {
        starter.start();
    }

    void stop(@Observes ShutdownEvent event) {
        starter.interrupt();
        follower.close();
    }

    /** The feeds of which that reader may find items; null for all. */
    public @Nullable Set<String> readable(Reader reader) {
        if (reader.trusted()) {
            return null;
        }
        Set<String> known = open;
        if (known == null) {
            known = rights.entrySet().stream()
                    .filter(feed -> feed.getValue().audience() == Audience.OPEN)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet());
            open = known;
        }
        return known;
    }

    /** The item's JSON as that reader may have it; what a trusted one gets is what the log has, untouched. */
    public byte[] json(byte[] item, Reader reader) {
        return reader.trusted() ? item : Json.write(cut(Json.read(item, TaggedItem.class), reader));
    }

    /** The item as that reader may have it. */
    public TaggedItem cut(TaggedItem item, Reader reader) {
        if (reader.trusted()) {
            return item;
        }
        Rights of = rights.get(item.item().feedId());
        return Extract.of(item, of == null ? Feed.Display.LINK : of.display());
    }

    private void follow() {
        try {
            topics.await();
            follower.start();
        } catch (TopicMismatchException e) {
            // the store's own start says so and ends the process
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            rights.remove(record.key());
        } else {
            rights.put(record.key(), Json.read(record.value(), Feed.class).rights());
        }
        open = null;
    }
}
