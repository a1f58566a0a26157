// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.query.Dimension;
import org.migrationnewswire.runtime.http.ProblemException;
import org.migrationnewswire.store.StoreLifecycle;
import org.migrationnewswire.store.search.Cursor;
import org.migrationnewswire.store.search.SearchRequest;
import org.migrationnewswire.store.search.SearchResult;
import org.migrationnewswire.store.search.SearchResult.Count;
import org.migrationnewswire.store.search.Searches;

/** Items and how they divide. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class ItemsResource {
    private static final int LONGEST_REASON = 1_000;

    private final Searches searches;
    private final ObjectMapper mapper = Json.mapper();

    private final StoreLifecycle store;

    ItemsResource(Searches searches, StoreLifecycle store) {
        this.searches = searches;
        this.store = store;
    }

    /** A page of items: {@code {"items", "total": {"value", "relation"}, "next"?, "facets"?}}. */
    @GET
    @Path("items")
    public Response items(@Context UriInfo uri) {
        SearchRequest request = searches.request(uri.getQueryParameters());
        SearchResult result = searches.search(request);
        Response.ResponseBuilder response = Response.ok(body(result, true));
        Cursor next = result.next();
        if (next != null) {
            String address = uri.getRequestUriBuilder()
                    .replaceQueryParam("after", next.text())
                    .build()
                    .toString();
            response.header("Link", "<" + address + ">; rel=\"next\""); // RFC 8288
        }
        return response.build();
    }

    /** One item, as it stands in the log. */
    @GET
    @Path("items/{id}")
    public byte[] item(@PathParam("id") String id) {
        return searches.item(id);
    }

    /**
     * Has an item taken out: 202. It is emptied within seconds everywhere but in the log, and there when that is
     * compacted, within 30 days; it never comes again.
     */
    @DELETE
    @Path("items/{id}")
    public Response erase(@PathParam("id") String id, @QueryParam("reason") @Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw ProblemException.badRequest(
                    "reason", null, "Say why, in at most " + LONGEST_REASON + " characters: ?reason=…");
        }
        Item item = Json.read(searches.item(id), TaggedItem.class).item();
        store.erasures().erase(id, item.feedId(), "loopback", reason.strip());
        return Response.accepted().build();
    }

    /** How items divide, without the items: {@code {"total", "facets"}}; all dimensions when none is named. */
    @GET
    @Path("facets")
    public Response facets(@Context UriInfo uri) {
        SearchRequest asked = searches.request(uri.getQueryParameters());
        List<Dimension> dimensions = asked.facets().isEmpty() ? List.of(Dimension.values()) : asked.facets();
        SearchRequest request = new SearchRequest(asked.filter(), asked.order(), 1, null, dimensions);
        return Response.ok(body(searches.search(request), false)).build();
    }

    /** Written straight out: an item's JSON is what the log has, and is not read again. */
    private byte[] body(SearchResult result, boolean withItems) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = mapper.createGenerator(out)) {
            json.writeStartObject();
            if (withItems) {
                json.writeArrayFieldStart("items");
                for (byte[] item : result.items()) {
                    json.writeRawValue(new String(item, UTF_8));
                }
                json.writeEndArray();
            }
            json.writePOJOField("total", result.total());
            if (withItems && result.next() != null) {
                json.writeStringField("next", result.next().text());
            }
            facets(json, result.facets());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void facets(JsonGenerator json, Map<Dimension, List<Count>> facets) throws IOException {
        if (facets.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("facets");
        for (Map.Entry<Dimension, List<Count>> facet : facets.entrySet()) {
            json.writePOJOField(facet.getKey().parameter(), facet.getValue());
        }
        json.writeEndObject();
    }
}
