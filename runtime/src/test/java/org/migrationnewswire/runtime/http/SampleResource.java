// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.runtime.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.apache.kafka.common.errors.TimeoutException;

/** Something to ask, for the tests. */
@Path("/sample")
public class SampleResource {
    /** A value with an instant and a null. */
    public record Sample(Instant at, String missing) {}

    @GET
    public Sample read(@QueryParam("bad") String bad) {
        if ("problem".equals(bad)) {
            throw ProblemException.badRequest("bad", 3, "bad is bad");
        }
        if ("kafka".equals(bad)) {
            throw new TimeoutException("secret broker");
        }
        if ("defect".equals(bad)) {
            throw new IllegalStateException("secret detail");
        }
        return new Sample(Instant.parse("2026-01-01T00:00:00Z"), null);
    }

    @POST
    public Sample write(Sample sample) {
        return sample;
    }
}
