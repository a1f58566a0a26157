// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.ingest.IngestLifecycle;
import org.migrationnewswire.ingest.identity.FeedUrl;
import org.migrationnewswire.ingest.registry.FeedArguments;
import org.migrationnewswire.ingest.registry.RegistryView;
import org.migrationnewswire.ingest.registry.RegistryView.FeedWithState;
import org.migrationnewswire.runtime.http.ProblemException;

/** The registry of feeds over HTTP. */
@Path("/feeds")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class FeedsResource {
    private static final int MAX_URL = 2_000;
    private static final int MAX_TITLE = 300;
    private static final int MAX_LABELS = 20;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(24);

    private final IngestLifecycle ingest;

    FeedsResource(IngestLifecycle ingest) {
        this.ingest = ingest;
    }

    /**
     * A feed to register.
     *
     * @param url {@code http} or {@code https}
     * @param title a name for it; null for the document's own
     * @param interval shortest time between polls, 1 minute to 24 hours; null leaves it to the scheduler
     * @param labels at most 20
     * @param rights null for extracts to everybody
     */
    public record NewFeed(
            @Nullable String url,
            @Nullable String title,
            @Nullable Duration interval,
            @Nullable List<String> labels,
            Feed.@Nullable Rights rights) {}

    /** All feeds, each with how it does. */
    @GET
    public Map<String, List<FeedWithState>> list() {
        return Map.of("feeds", view().all());
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
    public Response add(@Nullable NewFeed feed) {
        if (feed == null) {
            throw ProblemException.badRequest("body", null, "The body is empty: send {\"url\": \"https://…\"}.");
        }
        String url = checkedUrl(feed.url());
        check(feed);
        String id = FeedUrl.id(url);
        if (view().find(id) != null) {
            throw ProblemException.conflict("This feed is registered already, as /feeds/" + id + ".");
        }
        Feed registered = ingest.registrar()
                .register(
                        url,
                        feed.title(),
                        feed.interval(),
                        feed.labels() == null ? List.of() : feed.labels(),
                        feed.rights() == null ? Feed.Rights.DEFAULT : feed.rights());
        return Response.created(URI.create("/feeds/" + registered.id()))
                .entity(new FeedWithState(registered, null))
                .build();
    }

    /** Has a feed polled now: 202, and its owner does it. */
    @POST
    @Path("{id}/poll")
    public Response poll(@PathParam("id") String id) {
        FeedWithState feed = find(id);
        ingest.registrar().poll(feed.feed().id(), "loopback");
        return Response.accepted().build();
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

    private static String checkedUrl(@Nullable String url) {
        if (url == null || url.isBlank()) {
            throw ProblemException.badRequest("url", null, "The feed's url is missing.");
        }
        if (url.regionMatches(true, 0, "file:", 0, 5)) {
            throw ProblemException.badRequest(
                    "url", null, "Local files are feeds only from the command line: ./newswire up --feeds FILE.");
        }
        if (url.length() > MAX_URL) {
            throw ProblemException.badRequest("url", MAX_URL, "The url is longer than " + MAX_URL + " characters.");
        }
        if (FeedArguments.resolve(List.of(url)) instanceof FeedArguments.Feeds && url.startsWith("http")) {
            return url.strip();
        }
        throw ProblemException.badRequest("url", null, "'" + url + "' is no address such as https://example.org/feed.");
    }

    private static void check(NewFeed feed) {
        if (feed.title() != null && feed.title().length() > MAX_TITLE) {
            throw ProblemException.badRequest(
                    "title", MAX_TITLE, "The title is longer than " + MAX_TITLE + " characters.");
        }
        if (feed.labels() != null && feed.labels().size() > MAX_LABELS) {
            throw ProblemException.badRequest("labels", null, "There are more than " + MAX_LABELS + " labels.");
        }
        if (feed.interval() != null
                && (feed.interval().compareTo(SHORTEST) < 0 || feed.interval().compareTo(LONGEST) > 0)) {
            throw ProblemException.badRequest("interval", null, "The interval is not from PT1M to PT24H.");
        }
    }
}
