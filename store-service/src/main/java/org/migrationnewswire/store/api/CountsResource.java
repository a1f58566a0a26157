// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.query.Dimension;
import org.migrationnewswire.runtime.http.Parameters;
import org.migrationnewswire.runtime.http.Reader;
import org.migrationnewswire.store.rights.FeedRights;
import org.migrationnewswire.store.search.SearchRequest;
import org.migrationnewswire.store.search.Searches;

/** How many items there are: by what they are about, and by time. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class CountsResource {
    private final Searches searches;
    private final FeedRights rights;

    CountsResource(Searches searches, FeedRights rights) {
        this.searches = searches;
        this.rights = rights;
    }

    /** How items divide, without the items: {@code {"total", "facets", "coverage"}}; all dimensions when none is named. */
    @GET
    @Path("facets")
    public Response facets(
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context Request request,
            @Context RoutingContext context) {
        Reader reader = Reader.of(context);
        SearchRequest asked = searches.request(Parameters.of(uri.getRequestUri().getRawQuery()));
        List<Dimension> dimensions = asked.facets().isEmpty() ? List.of(Dimension.values()) : asked.facets();
        SearchRequest all = new SearchRequest(asked.filter(), asked.order(), 1, null, dimensions);
        byte[] body = ApiJson.answer(searches.search(all, rights.readable(reader)), null, null);
        return Answer.of(body, MediaType.APPLICATION_JSON, null, null, headers, request, reader);
    }

    /** {@code {"buckets": [{"start", "count"}]}}, from the first span that has items to the last. */
    @GET
    @Path("timeline")
    @Operation(summary = "Items by hour, day, week or month of a zone")
    @Parameter(name = "interval", example = "day", description = "hour, day (when not given), week, month")
    @Parameter(name = "zone", example = "Europe/Vienna")
    public Response timeline(
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context Request request,
            @Context RoutingContext context) {
        Reader reader = Reader.of(context);
        byte[] body = Json.write(Map.of(
                "buckets",
                searches.timeline(Parameters.of(uri.getRequestUri().getRawQuery()), rights.readable(reader))));
        return Answer.of(body, MediaType.APPLICATION_JSON, null, null, headers, request, reader);
    }
}
