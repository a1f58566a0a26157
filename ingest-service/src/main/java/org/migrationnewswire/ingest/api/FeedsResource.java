// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Command;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.ingest.IngestLifecycle;
import org.migrationnewswire.ingest.discover.Discovery;
import org.migrationnewswire.ingest.registry.RegistryView;
import org.migrationnewswire.ingest.registry.RegistryView.FeedWithState;
import org.migrationnewswire.runtime.http.ProblemException;

/** The registry of feeds over HTTP. */
@Path("/feeds")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class FeedsResource {
    private static final String BY = "loopback";

    private final IngestLifecycle ingest;

    FeedsResource(IngestLifecycle ingest) {
        this.ingest = ingest;
    }

    /**
     * All feeds.
     *
     * @param feeds by title and URL
     * @param paused why no feed is polled now, in a sentence; null when they are
     */
    public record FeedList(
            List<FeedWithState> feeds, @Nullable String paused) {}

    /** Where to look for feeds. */
    public record Address(@Nullable String url) {}

    /** What entries whose ids have changed are: {@code same} or {@code new}. */
    public record Decision(@Nullable String entries) {}

    /** All feeds, each with how it does. */
    @GET
    public FeedList list() {
        return new FeedList(view().all(), ingest.pausedBecause());
    }

    /** One feed. */
    @GET
    @Path("{id}")
    public FeedWithState one(@PathParam("id") String id) {
        return find(id);
    }

    /** Registers a feed: 201 with its place. One that is there already is a 409 that names it. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@Nullable FeedForm form) {
        Feed feed = given(form).feed(ingest.registrar().now());
        if (view().find(feed.id()) != null) {
            throw ProblemException.conflict("This feed is registered already, as /feeds/" + feed.id() + ".");
        }
        ingest.registrar().write(feed);
        return Response.created(URI.create("/feeds/" + feed.id()))
                .entity(new FeedWithState(feed, null))
                .build();
    }

    /** Changes what the body names of a feed; {@code enabled} false pauses it, true has it polled at once. */
    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public FeedWithState change(@PathParam("id") String id, @Nullable FeedForm form) {
        FeedWithState before = find(id);
        Feed feed = given(form).change(before.feed());
        ingest.registrar().write(feed);
        if (Boolean.TRUE.equals(given(form).enabled())) {
            ingest.registrar().command(Command.Type.POLL_FEED, id, BY, null);
        }
        return new FeedWithState(feed, before.state());
    }

    /** Removes a feed: its items stay ({@code items=keep}), or are withdrawn ({@code items=withdraw}). */
    @DELETE
    @Path("{id}")
    public Response remove(@PathParam("id") String id, @QueryParam("items") @Nullable String items) {
        find(id);
        switch (items == null ? "keep" : items) {
            case "keep" -> ingest.registrar().remove(id);
            case "withdraw" -> ingest.registrar().command(Command.Type.WITHDRAW_FEED, id, BY, null);
            default -> throw ProblemException.badRequest("items", null, "items is neither keep nor withdraw.");
        }
        return Response.accepted().build();
    }

    /** Has a feed polled now: 202, and its owner does it. Revives one that its publisher has said is gone. */
    @POST
    @Path("{id}/poll")
    public Response poll(@PathParam("id") String id) {
        ingest.registrar().command(Command.Type.POLL_FEED, find(id).feed().id(), BY, null);
        return Response.accepted().build();
    }

    /** Says what the entries of a held feed are: 202, and its owner polls it and does so. */
    @POST
    @Path("{id}/entries")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response decide(@PathParam("id") String id, @Nullable Decision decision) {
        find(id);
        Command.Type type =
                switch (String.valueOf(decision == null ? null : decision.entries())) {
                    case "same" -> Command.Type.SAME_ENTRIES;
                    case "new" -> Command.Type.NEW_ENTRIES;
                    default ->
                        throw ProblemException.badRequest("entries", null, "entries is neither \"same\" nor \"new\".");
                };
        ingest.registrar().command(type, id, BY, null);
        return Response.accepted().build();
    }

    /** The feeds at an address: the document there, or what that page links to, each with its first entries. */
    @POST
    @Path("discover")
    @Consumes(MediaType.APPLICATION_JSON)
    public Discovery.Found discover(@Nullable Address address) {
        FeedForm form = new FeedForm(address == null ? null : address.url(), null, null, null, null, null, null, null);
        return ingest.discovery().at(form.feed(ingest.registrar().now()).url());
    }

    private static FeedForm given(@Nullable FeedForm form) {
        if (form == null) {
            throw ProblemException.badRequest("body", null, "The body is empty: send {\"url\": \"https://…\"}.");
        }
        return form;
    }

    private RegistryView view() {
        return ingest.view();
    }

    private FeedWithState find(String id) {
        FeedWithState feed = view().find(id);
        if (feed == null) {
            throw ProblemException.notFound("There is no feed '" + id + "': GET /feeds lists them.");
        }
        return feed;
    }
}
