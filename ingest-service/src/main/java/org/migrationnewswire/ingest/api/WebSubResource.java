// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Command;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.ingest.IngestLifecycle;
import org.migrationnewswire.ingest.registry.RegistryView.FeedWithState;
import org.migrationnewswire.ingest.websub.HubKeys;
import org.migrationnewswire.runtime.http.ProblemException;

/** Where hubs reach us (W3C WebSub). What is not signed with the feed's key is not believed. */
@Path("/websub/{feedId}")
@RunOnVirtualThread
public final class WebSubResource {
    private static final Duration LONGEST_LEASE = Duration.ofDays(30);
    private static final int LARGEST_DOCUMENT = 600_000;
    private static final int LONGEST_CHALLENGE = 1_000;
    private static final String BY = "hub";

    private final IngestLifecycle ingest;

    WebSubResource(IngestLifecycle ingest) {
        this.ingest = ingest;
    }

    /** Answers a hub that asks whether we want a feed (section 5.3): the challenge for what we have asked for. */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public Response verify(
            @PathParam("feedId") String feedId,
            @QueryParam("hub.mode") @Nullable String mode,
            @QueryParam("hub.topic") @Nullable String topic,
            @QueryParam("hub.challenge") @Nullable String challenge,
            @QueryParam("hub.lease_seconds") @Nullable Long lease) {
        FeedWithState feed = ingest.view().find(feedId);
        FeedState.Push push =
                feed == null || feed.state() == null ? null : feed.state().push();
        boolean wanted = push != null && push.topic().equals(topic);
        if ("denied".equals(mode)) {
            return Response.ok().build();
        }
        if (challenge == null || challenge.length() > LONGEST_CHALLENGE || ("subscribe".equals(mode) != wanted)) {
            throw ProblemException.notFound("Nobody here has asked for that.");
        }
        if (wanted) {
            Duration given = lease == null || lease <= 0 ? LONGEST_LEASE : Duration.ofSeconds(lease);
            ingest.registrar().verified(feedId, given.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : given);
        }
        return Response.ok(challenge).build();
    }

    /** Takes what a hub has sent (section 7): 2xx whatever becomes of it, as the standard wants. */
    @POST
    public Response take(
            @PathParam("feedId") String feedId,
            @HeaderParam("X-Hub-Signature") @Nullable String signature,
            @HeaderParam("Content-Type") @Nullable String contentType,
            byte[] body) {
        FeedWithState feed = ingest.view().find(feedId);
        HubKeys keys = ingest.hubKeys();
        if (feed == null || keys == null || feed.state() == null || feed.state().push() == null) {
            return Response.status(Response.Status.GONE).build();
        }
        if (keys.isSigned(feedId, body, signature)) {
            if (body.length > LARGEST_DOCUMENT) {
                ingest.registrar().command(Command.Type.POLL_FEED, feedId, BY, null);
            } else {
                ingest.registrar().pushed(feedId, new Command.Document(body, contentType));
            }
        }
        return Response.accepted().build();
    }
}
