// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.api;

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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Retag;
import org.migrationnewswire.enrich.EnrichLifecycle;
import org.migrationnewswire.enrich.retag.Retags;
import org.migrationnewswire.runtime.http.ProblemException;

/** Tagging the history again. */
@Path("/retag")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class RetagResource {
    private static final int MAX_REASON = 1_000;

    private final EnrichLifecycle enrich;

    RetagResource(EnrichLifecycle enrich) {
        this.enrich = enrich;
    }

    /**
     * What is wanted.
     *
     * @param dryRun whether only the difference is wanted; false when not given
     * @param reason why; null when not given
     */
    public record Form(@Nullable Boolean dryRun, @Nullable String reason) {}

    /** Re-taggings, the newest first. */
    public record RetagList(List<Retag> retags) {}

    /** Begins one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response begin(@Nullable Form form) {
        String reason = form == null ? null : form.reason();
        if (reason != null && reason.length() > MAX_REASON) {
            throw ProblemException.badRequest(
                    "reason", MAX_REASON, "The field 'reason' is longer than " + MAX_REASON + " characters.");
        }
        boolean dryRun = form != null && Boolean.TRUE.equals(form.dryRun());
        try {
            Retag retag = retags().begin(dryRun, reason, null);
            return Response.accepted(retag)
                    .location(URI.create("/retag/" + retag.id()))
                    .build();
        } catch (Retags.RefusedException e) {
            throw ProblemException.conflict(String.valueOf(e.getMessage()));
        }
    }

    /** All of them. */
    @GET
    public RetagList list() {
        return new RetagList(retags().all());
    }

    /** One, with what it has come to so far. */
    @GET
    @Path("/{id}")
    public Retag get(@PathParam("id") String id) {
        Retag retag = retags().find(id);
        if (retag == null) {
            throw ProblemException.notFound("There is no re-tagging '" + id + "': GET /retag has them all.");
        }
        return retag;
    }

    private Retags retags() {
        Retags retags = enrich.retags();
        if (retags == null || !retags.isComplete()) {
            throw ProblemException.unavailable("The re-taggings are not read yet: ask again in a moment.");
        }
        return retags;
    }
}
