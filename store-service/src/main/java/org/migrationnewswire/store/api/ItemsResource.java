// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.runtime.http.Parameters;
import org.migrationnewswire.runtime.http.ProblemException;
import org.migrationnewswire.runtime.http.Reader;
import org.migrationnewswire.store.forms.Channel;
import org.migrationnewswire.store.forms.CsvWriter;
import org.migrationnewswire.store.forms.JsonFeedWriter;
import org.migrationnewswire.store.forms.SyndicationWriter;
import org.migrationnewswire.store.rights.FeedRights;
import org.migrationnewswire.store.search.SearchRequest;
import org.migrationnewswire.store.search.SearchResult;
import org.migrationnewswire.store.search.Searches;

/** A page of items, in the form that is asked for. */
@Path("/")
@RunOnVirtualThread
public final class ItemsResource {
    private final Searches searches;
    private final FeedRights rights;

    ItemsResource(Searches searches, FeedRights rights) {
        this.searches = searches;
        this.rights = rights;
    }

    /** In the form that {@code Accept} likes best. */
    @GET
    @Path("items")
    @Operation(
            summary = "A page of items",
            description = "Filters are those of docs/api.md: repeated parameters are 'or', different ones 'and'.")
    @Parameter(name = "q", example = "title:\"border guard\" AND visa*", description = "Lucene's query syntax")
    @Parameter(name = "region", example = "AF;primary", description = "Or a leading - to exclude; also region.all")
    @Parameter(name = "theme", example = "-visas", description = "The same; also theme.all")
    @Parameter(name = "membersOf", example = "rabat-process")
    @Parameter(name = "since", example = "7d", description = "Inclusive: an instant, a date or a span back from now")
    @Parameter(name = "until", example = "2026-11-02", description = "Exclusive")
    @Parameter(name = "zone", example = "Europe/Vienna")
    @Parameter(name = "sort", example = "newest", description = "newest, oldest, relevance")
    @Parameter(name = "limit", example = "20", description = "1 to 200")
    @Parameter(name = "after", description = "The 'next' of the page before")
    @Parameter(name = "facets", example = "region,theme")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "none",
                                            value = "{\"items\":[],\"total\":{\"value\":0,\"relation\":\"eq\"}}")))
    @APIResponse(
            responseCode = "400",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "no such region",
                                            value =
                                                    "{\"title\":\"Bad request\",\"status\":400,\"detail\":\"There is no region 'ZZ': GET /taxonomy has them all.\",\"parameter\":\"region\",\"position\":0}")))
    public Response items(
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context Request request,
            @Context RoutingContext context) {
        return answer(Form.ofAccept(headers.getAcceptableMediaTypes()), uri, headers, request, Reader.of(context));
    }

    /** In the form of that suffix. */
    @GET
    @Path("items.{form}")
    @Operation(summary = "The same as rss, atom, json (JSON Feed 1.1), csv or ndjson (all items, streamed)")
    public Response formed(
            @PathParam("form") String suffix,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context Request request,
            @Context RoutingContext context) {
        Form form = Form.ofSuffix(suffix);
        if (form == null) {
            throw ProblemException.notFound("Items come as .rss, .atom, .json, .csv and .ndjson.");
        }
        return answer(form, uri, headers, request, Reader.of(context));
    }

    private Response answer(Form form, UriInfo uri, HttpHeaders headers, Request request, Reader reader) {
        SearchRequest asked = searches.request(Parameters.of(uri.getRequestUri().getRawQuery()));
        if (form == Form.NDJSON) {
            boolean gzip = Answer.takesGzip(headers);
            Response.ResponseBuilder response = Response.ok(new Lines(searches, rights, asked, reader, gzip))
                    .header(HttpHeaders.CONTENT_TYPE, form.contentType());
            return Answer.kept(gzip ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip") : response, reader)
                    .build();
        }
        SearchResult result = searches.search(asked, rights.readable(reader));
        List<byte[]> items =
                result.items().stream().map(item -> rights.json(item, reader)).toList();
        String next = next(uri, result);
        String links = next == null ? null : "<" + next + ">; rel=\"next\""; // RFC 8288
        if (form == Form.API) {
            byte[] body = ApiJson.answer(result, items, searches.highlights(asked.filter()));
            return Answer.of(body, form.contentType(), null, links, headers, request, reader);
        }
        Channel channel = channel(uri, next, items);
        Instant modified = channel.items().isEmpty() ? null : channel.updated();
        return Answer.of(body(form, channel), form.contentType(), modified, links, headers, request, reader);
    }

    private static byte[] body(Form form, Channel channel) {
        return switch (form) {
            case RSS -> SyndicationWriter.rss().write(channel).getBytes(UTF_8);
            case ATOM -> SyndicationWriter.atom().write(channel).getBytes(UTF_8);
            case CSV -> CsvWriter.write(channel.items()).getBytes(UTF_8);
            default -> JsonFeedWriter.write(channel);
        };
    }

    private static Channel channel(UriInfo uri, @Nullable String next, List<byte[]> items) {
        String query = uri.getRequestUri().getRawQuery();
        String asked = uri.getRequestUri().getQuery();
        return new Channel(
                asked == null ? "Migration Newswire" : "Migration Newswire: " + asked,
                uri.getBaseUri() + (query == null ? "" : "?" + query),
                uri.getRequestUri().toString(),
                next,
                items.stream().map(item -> Json.read(item, TaggedItem.class)).toList());
    }

    private static @Nullable String next(UriInfo uri, SearchResult result) {
        if (result.next() == null) {
            return null;
        }
        return uri.getRequestUriBuilder()
                .replaceQueryParam("after", result.next().text())
                .build()
                .toString();
    }
}
