// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.page;

import io.quarkus.qute.Template;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.migrationnewswire.query.Dimension;
import org.migrationnewswire.runtime.http.Parameters;
import org.migrationnewswire.runtime.http.ProblemException;
import org.migrationnewswire.runtime.http.Reader;
import org.migrationnewswire.store.rights.FeedRights;
import org.migrationnewswire.store.search.SearchRequest;
import org.migrationnewswire.store.search.SearchResult;
import org.migrationnewswire.store.search.Searches;

/** The page. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public final class PageResource {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Searches searches;
    private final FeedRights rights;
    private final Template page;

    PageResource(Searches searches, FeedRights rights, Template page) {
        this.searches = searches;
        this.rights = rights;
        this.page = page;
    }

    /** The page of that state; what can't be understood in the address is said on it. */
    @GET
    public Response page(@Context UriInfo uri, @Context RoutingContext context) {
        Reader reader = Reader.of(context);
        Address address = new Address(Parameters.of(uri.getRequestUri().getRawQuery()));
        PageBuilder builder = new PageBuilder(address, searches.vocabulary());
        try {
            SearchRequest asked = searches.request(address.parameters());
            SearchRequest request = new SearchRequest(
                    asked.filter(), asked.order(), asked.limit(), asked.after(), List.of(Dimension.values()));
            return response(200, builder.page(cut(searches.search(request, rights.readable(reader)), reader)));
        } catch (ProblemException e) {
            return response(e.problem().status(), builder.without(e.problem().detail()));
        }
    }

    private SearchResult cut(SearchResult all, Reader reader) {
        List<byte[]> items =
                all.items().stream().map(item -> rights.json(item, reader)).toList();
        return new SearchResult(items, all.total(), all.next(), all.facets(), all.coverage());
    }

    private Response response(int status, PageView view) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .entity(page.data("view", view).render())
                .build();
    }
}
