// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.migrationnewswire.contracts.Feed;
import org.migrationnewswire.ingest.IngestLifecycle;
import org.migrationnewswire.ingest.registry.FeedArguments;
import org.migrationnewswire.ingest.registry.FeedSource;
import org.migrationnewswire.ingest.registry.OpmlWriter;
import org.migrationnewswire.ingest.registry.RegistryView.FeedWithState;
import org.migrationnewswire.runtime.http.ProblemException;

/** The registry of feeds as an OPML list. */
@Path("/feeds.opml")
@RunOnVirtualThread
public final class OpmlResource {
    private static final int MOST_FEEDS = 5_000;

    private final IngestLifecycle ingest;

    OpmlResource(IngestLifecycle ingest) {
        this.ingest = ingest;
    }

    /**
     * What came of a list.
     *
     * @param added ids of feeds that were registered
     * @param known how many were registered before
     * @param warnings sentences about outlines that were passed over
     */
    public record Imported(List<String> added, int known, List<String> warnings) {}

    /** All feeds; labels are folders. */
    @GET
    @Produces("text/x-opml")
    public String export() {
        return OpmlWriter.write(
                ingest.view().all().stream().map(FeedWithState::feed).toList());
    }

    /** Registers the feeds of a list; folders become labels, and what is no feed is told and passed over. */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Imported importList(byte[] opml) {
        return switch (FeedArguments.list(new ByteArrayInputStream(opml), "in the body")) {
            case FeedArguments.Wrong wrong -> throw ProblemException.badRequest("body", null, wrong.sentence());
            case FeedArguments.Feeds feeds -> register(feeds);
        };
    }

    private Imported register(FeedArguments.Feeds feeds) {
        if (feeds.sources().size() > MOST_FEEDS) {
            throw ProblemException.badRequest(
                    "body", MOST_FEEDS, "The list has more than " + MOST_FEEDS + " feeds: divide it.");
        }
        List<String> added = new ArrayList<>();
        for (FeedSource source : feeds.sources()) {
            Feed feed = source.feed(ingest.registrar().now());
            if (ingest.view().find(feed.id()) == null && !added.contains(feed.id())) {
                ingest.registrar().write(feed);
                added.add(feed.id());
            }
        }
        return new Imported(added, feeds.sources().size() - added.size(), feeds.warnings());
    }
}
