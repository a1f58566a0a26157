// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.demo;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.migrationnewswire.runtime.http.ProblemException;

/** The demo feeds over HTTP. */
@Path("/demo")
public final class DemoResource {
    private final boolean enabled;
    private final DemoPublisher publisher = new DemoPublisher(Clock.systemUTC());

    DemoResource(DemoSettings settings) {
        this.enabled = settings.enabled();
    }

    /** A feed's document as it is now. */
    @GET
    @Path("{file}")
    public Response document(@PathParam("file") String file) {
        String document = (enabled ? publisher.document(file) : Optional.<String>empty())
                .orElseThrow(() -> ProblemException.notFound("There is no demo feed '" + file + "'."));
        return Response.ok(document)
                .type(file.endsWith(".json") ? "application/feed+json;charset=UTF-8" : "application/xml;charset=UTF-8")
                .build();
    }
}
