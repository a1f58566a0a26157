// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads a stream and remembers all of it. */
final class Listener implements Flow.Subscriber<StreamMessage> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final long demand;
    private final List<StreamMessage> messages = new ArrayList<>();
    private Flow.@Nullable Subscription subscription;
    private boolean cancelled;
    private boolean complete;

    private Listener(long demand) {
        this.demand = demand;
    }

    /** One that takes all that comes. */
    static Listener of(StreamReader reader) {
        return of(reader, Integer.MAX_VALUE);
    }

    /** One that takes that many and stands still then. */
    static Listener of(StreamReader reader, long demand) {
        Listener listener = new Listener(demand);
        reader.subscribe(listener);
        return listener;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(demand);
    }

    @Override
    public synchronized void onNext(StreamMessage message) {
        if (!cancelled) {
            messages.add(message);
        }
    }

    @Override
    public synchronized void onError(Throwable error) {
        complete = true;
    }

    @Override
    public synchronized void onComplete() {
        complete = true;
    }

    synchronized boolean isComplete() {
        return complete;
    }

    void takeMore() {
        subscription.request(Integer.MAX_VALUE);
    }

    /** Hangs up, and says where it has come to. */
    StreamPosition hangUp() {
        synchronized (this) {
            cancelled = true;
        }
        subscription.cancel();
        return position();
    }

    synchronized StreamPosition position() {
        String last = null;
        for (StreamMessage message : messages) {
            last = message.id() == null ? last : message.id();
        }
        return StreamPosition.parse(String.valueOf(last)).orElseThrow();
    }

    /** {@code event id/revision} of each item, in order. */
    synchronized List<String> items() {
        List<String> items = new ArrayList<>();
        for (StreamMessage message : messages) {
            if (message.data() != null && !List.of("reset", "slow").contains(String.valueOf(message.name()))) {
                JsonNode item = json(message.data());
                items.add(message.name() + " " + item.get("id").asText() + "/"
                        + item.get("revision").asInt());
            }
        }
        return items;
    }

    synchronized List<String> names() {
        return messages.stream()
                .map(StreamMessage::name)
                .filter(name -> name != null)
                .toList();
    }

    private static JsonNode json(String data) {
        try {
            return JSON.readTree(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
