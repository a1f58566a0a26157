// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.rights;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Topic;
import org.migrationnewswire.contracts.kafka.KafkaConnection;
import org.migrationnewswire.contracts.kafka.TopicFollower;
import org.migrationnewswire.contracts.kafka.TopicMismatchException;
import org.migrationnewswire.runtime.kafka.Topics;

/** Keeps {@link FeedRights} as {@code newswire.feeds} has them. */
@Singleton
public final class RightsFollower {
    private final FeedRights rights;
    private final Topics topics;
    private final TopicFollower follower;
    private final Thread starter =
            Thread.ofPlatform().daemon().name("store-rights-start").unstarted(this::follow);

    RightsFollower(FeedRights rights, Topics topics, KafkaConnection connection) {
        this.rights = rights;
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

    /** Whether the rights of all feeds that there were at the start are known. */
    public boolean isComplete() {
        return follower.isComplete();
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
    }
}
