// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.runtime.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.migrationnewswire.contracts.UnreadableValueException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a resource throws into a {@link Problem}; a defect of ours is logged whole and told in one sentence. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final int UNAVAILABLE = 503;
    private static final int RETRY_AFTER_S = 5;

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        return response(e.problem());
    }

    @ServerExceptionMapper
    Response unreadable(UnreadableValueException e) {
        return response(new Problem("Bad request", 400, String.valueOf(e.getMessage()), "body", null));
    }

    @ServerExceptionMapper
    Response json(JacksonException e) {
        return response(BodyProblem.of(e));
    }

    /** The framework has a mapper of its own for these, which only one for the same type takes the place of. */
    @ServerExceptionMapper
    Response mismatch(MismatchedInputException e) {
        return json(e);
    }

    /** What the framework itself refuses: no such path, method or media type. */
    @ServerExceptionMapper
    Response framework(WebApplicationException e) {
        if (e.getCause() instanceof JacksonException json) {
            return json(json);
        }
        Response.StatusType status = e.getResponse().getStatusInfo();
        Response.ResponseBuilder builder = Response.fromResponse(e.getResponse());
        String detail = status.getReasonPhrase() + ": see /q/openapi for the paths and methods there are.";
        return builder.type(Problem.MEDIA_TYPE)
                .entity(new Problem(status.getReasonPhrase(), status.getStatusCode(), detail, null, null))
                .build();
    }

    @ServerExceptionMapper
    Response defect(RuntimeException e) {
        LOG.error("A request failed by a defect", e);
        return response(new Problem("Internal error", 500, "A defect of ours; the log has it.", null, null));
    }

    private static Response response(Problem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        return problem.status() == UNAVAILABLE
                ? response.header("Retry-After", RETRY_AFTER_S).build()
                : response.build();
    }
}
