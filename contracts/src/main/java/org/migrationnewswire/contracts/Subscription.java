// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A standing query and where its matches go; a record of {@link Topic#SUBSCRIPTIONS}, keyed by its id.
 *
 * @param id its id
 * @param owner who may see and change it
 * @param name a person's name for it
 * @param filter the query string of {@code GET /items}, without {@code since} and {@code until}
 * @param channel where matches go
 * @param schedule {@code immediate}, {@code hourly}, {@code daily@HH:MM} or {@code weekly@DAY,HH:MM}
 * @param zone IANA name of the time zone that the schedule is meant in
 * @param locale BCP 47
 * @param onUpdate whether a later edit of an item fires again
 * @param caps the most that is sent
 * @param enabled false when paused
 * @param createdAt when it was made: items first seen before it never fire
 */
public record Subscription(
        String id,
        String owner,
        String name,
        String filter,
        Channel channel,
        String schedule,
        String zone,
        String locale,
        boolean onUpdate,
        @Nullable Caps caps,
        boolean enabled,
        Instant createdAt) {
    public Subscription {
        Require.text("subscription id", id);
        Require.text("subscription owner", owner);
        Require.present("subscription filter", filter);
        Require.present("subscription channel", channel);
    }

    /**
     * Where matches go.
     *
     * @param type how they go there
     * @param address URL or e-mail address
     * @param settings further settings of that type; secrets by reference only
     */
    public record Channel(ChannelType type, String address, Map<String, String> settings) {
        public Channel {
            Require.text("channel address", address);
            settings = settings == null ? Map.of() : Map.copyOf(settings);
        }
    }

    /** How matches go out. */
    public enum ChannelType {
        @JsonProperty("webhook")
        WEBHOOK,
        @JsonProperty("email")
        EMAIL,
        @JsonProperty("websub")
        WEBSUB
    }

    /**
     * The most that is sent.
     *
     * @param perHour deliveries an hour; null for no bound
     * @param perDay deliveries a day of {@code zone}; null for no bound
     */
    public record Caps(@Nullable Integer perHour, @Nullable Integer perDay) {}
}
