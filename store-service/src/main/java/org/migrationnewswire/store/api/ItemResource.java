// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.runtime.http.Parameters;
import org.migrationnewswire.runtime.http.ProblemException;
import org.migrationnewswire.runtime.http.Reader;
import org.migrationnewswire.store.StoreLifecycle;
import org.migrationnewswire.store.rights.FeedRights;
import org.migrationnewswire.store.search.Searches;

/** One item, and what is like it. */
@Path("/items/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class ItemResource {
    private static final int LONGEST_REASON = 1_000;

    private final Searches searches;
    private final FeedRights rights;
    private final StoreLifecycle store;

    ItemResource(Searches searches, FeedRights rights, StoreLifecycle store) {
        this.searches = searches;
        this.rights = rights;
        this.store = store;
    }

    /** The item: as it stands in the log, or as much of it as may be shown. */
    @GET
    public Response item(
            @PathParam("id") String id,
            @Context HttpHeaders headers,
            @Context Request request,
            @Context RoutingContext context) {
        Reader reader = Reader.of(context);
        byte[] item = rights.json(searches.item(id, rights.readable(reader)), reader);
        return Answer.of(item, MediaType.APPLICATION_JSON, null, null, headers, request, reader);
    }

    /** What resembles it most, by the telling words that they share: {@code {"items"}}; takes the filters too. */
    @GET
    @Path("similar")
    public Response similar(
            @PathParam("id") String id,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context Request request,
            @Context RoutingContext context) {
        Reader reader = Reader.of(context);
        List<byte[]> items =
                searches.similar(id, Parameters.of(uri.getRequestUri().getRawQuery()), rights.readable(reader)).stream()
                        .map(item -> rights.json(item, reader))
                        .toList();
        return Answer.of(ApiJson.items(items), MediaType.APPLICATION_JSON, null, null, headers, request, reader);
    }

    /**
     * Has an item taken out: 202. It is emptied within seconds everywhere but in the log, and there when that is
     * compacted, within 30 days; it never comes again.
     */
    @DELETE
    public Response erase(@PathParam("id") String id, @QueryParam("reason") @Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw ProblemException.badRequest(
                    "reason", null, "Say why, in at most " + LONGEST_REASON + " characters: ?reason=…");
        }
        Item item = Json.read(searches.item(id, null), TaggedItem.class).item();
        store.erasures().erase(id, item.feedId(), "loopback", reason.strip());
        return Response.accepted().build();
    }
}
