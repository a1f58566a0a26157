// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.api;

import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.EventType;
import org.migrationnewswire.query.Filter;
import org.migrationnewswire.query.FilterException;
import org.migrationnewswire.query.FilterParser;
import org.migrationnewswire.query.Vocabulary;
import org.migrationnewswire.runtime.http.Parameters;
import org.migrationnewswire.runtime.http.ProblemException;
import org.migrationnewswire.runtime.http.Reader;
import org.migrationnewswire.store.StoreLifecycle;
import org.migrationnewswire.store.rights.RightsFollower;
import org.migrationnewswire.store.stream.StreamMessage;
import org.migrationnewswire.store.stream.StreamPosition;
import org.migrationnewswire.store.stream.StreamReader;
import org.migrationnewswire.store.stream.Streams;

/** Items as they come: server-sent events. */
@Path("/stream")
public final class StreamResource {
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final Set<String> OTHERS = Set.of("types", "after");
    private static final long COME_AGAIN_MS = 2_000;

    private final StoreLifecycle store;
    private final RightsFollower rights;
    private final Clock clock = Clock.systemUTC();

    StreamResource(StoreLifecycle store, RightsFollower rights) {
        this.store = store;
        this.rights = rights;
    }

    /** The stream of what the filter wants: events published, updated, retagged, withdrawn; data is the item, or what of it is for the open. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    public Multi<OutboundSseEvent> stream(
            @Context UriInfo uri,
            @Context Sse sse,
            @Context RoutingContext context,
            @HeaderParam(LAST_EVENT_ID) @Nullable String lastEventId) {
        Map<String, List<String>> parameters = Parameters.of(uri.getRequestUri().getRawQuery());
        StreamReader reader = open(Reader.of(context), parameters, after(lastEventId, parameters.get("after")));
        return Multi.createFrom().publisher(reader).map(message -> event(sse, message));
    }

    private StreamReader open(Reader who, Map<String, List<String>> parameters, @Nullable StreamPosition after) {
        Streams streams = store.streams();
        if (!streams.isReady() || !(who.trusted() || rights.isComplete())) {
            throw ProblemException.unavailable("The stream has not begun yet: ask again in a moment.");
        }
        try {
            Vocabulary vocabulary = store.taxonomy().current().vocabulary();
            Filter filter = new FilterParser(vocabulary, clock).parse(parameters, OTHERS);
            return streams.open(who, filter, types(parameters.getOrDefault("types", List.of())), after)
                    .orElseThrow(() -> ProblemException.unavailable("Too many read the stream: come again later."));
        } catch (FilterException e) {
            throw ProblemException.badRequest(e.parameter(), e.position(), String.valueOf(e.getMessage()));
        }
    }

    /** What a browser sends by itself goes before what stands in the address. */
    private static @Nullable StreamPosition after(@Nullable String header, @Nullable List<String> after) {
        String text = after == null || after.isEmpty() ? "" : after.getFirst();
        String name = "after";
        if (header != null && !header.isBlank()) {
            text = header;
            name = LAST_EVENT_ID;
        }
        if (text.isBlank()) {
            return null;
        }
        String from = name;
        return StreamPosition.parse(text.strip())
                .orElseThrow(() -> ProblemException.badRequest(
                        from, 0, "'" + from + "' is no id of an event of this stream: leave it out to begin anew."));
    }

    private static Set<EventType> types(List<String> values) {
        Set<EventType> types = EnumSet.noneOf(EventType.class);
        values.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> types.add(type(name)));
        return types.isEmpty() ? EnumSet.allOf(EventType.class) : types;
    }

    private static EventType type(String name) {
        for (EventType type : EventType.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
                return type;
            }
        }
        throw ProblemException.badRequest(
                "types", 0, "'types' takes published, updated, retagged and withdrawn, divided by commas.");
    }

    private static OutboundSseEvent event(Sse sse, StreamMessage message) {
        OutboundSseEvent.Builder event = sse.newEventBuilder();
        if (message.comment() != null) {
            event.comment(message.comment());
        }
        if (message.name() != null) {
            event.name(message.name());
        }
        if (message.id() != null) {
            event.id(message.id());
        }
        if (message.data() != null) {
            event.data(String.class, message.data());
        }
        if (message.first()) {
            event.reconnectDelay(COME_AGAIN_MS);
        }
        return event.build();
    }
}
