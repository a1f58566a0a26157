// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.runtime.http;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A request that can't be answered as asked: becomes a {@link Problem}. */
public final class ProblemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /** 400: a parameter or field can't be understood. */
    public static ProblemException badRequest(String parameter, @Nullable Integer position, String detail) {
        return new ProblemException(new Problem("Bad request", 400, detail, parameter, position));
    }

    /** 401: a key is needed. */
    public static ProblemException unauthorized(String detail) {
        return new ProblemException(new Problem("Unauthorized", 401, detail, null, null));
    }

    /** 403: the door is closed to this request. */
    public static ProblemException forbidden(String detail) {
        return new ProblemException(new Problem("Forbidden", 403, detail, null, null));
    }

    /** 404: there is no such thing. */
    public static ProblemException notFound(String detail) {
        return new ProblemException(new Problem("Not found", 404, detail, null, null));
    }

    /** 409: it is there already, or in a state that does not allow it. */
    public static ProblemException conflict(String detail) {
        return new ProblemException(new Problem("Conflict", 409, detail, null, null));
    }

    /** 410: it was there once. */
    public static ProblemException gone(String detail) {
        return new ProblemException(new Problem("Gone", 410, detail, null, null));
    }

    /** 503: not ready yet. */
    public static ProblemException unavailable(String detail) {
        return new ProblemException(new Problem("Not ready", 503, detail, null, null));
    }

    /** 503: the answer would take longer than it may. */
    public static ProblemException tooLong(String detail) {
        return new ProblemException(new Problem("Took too long", 503, detail, null, null));
    }

    /** What the client is told. */
    public Problem problem() {
        return problem;
    }
}
