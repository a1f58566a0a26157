// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.runtime.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with a body, by the field that is wrong and in words that name no class of ours. */
final class BodyProblem {
    private BodyProblem() {}

    static Problem of(JacksonException e) {
        if (e instanceof StreamReadException || e.getCause() instanceof StreamReadException) {
            return problem("body", "The body is no JSON" + where(e.getLocation()) + ".");
        }
        String field = e instanceof JsonMappingException mapping ? field(mapping) : "";
        return field.isEmpty()
                ? problem("body", "The body is not the JSON wanted.")
                : problem(field, "The field '" + field + "' " + wrong(e) + ".");
    }

    private static String wrong(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            Collection<Object> known = unknown.getKnownPropertyIds();
            return known == null ? "is not known" : "is not known: there are " + names(known);
        }
        if (e instanceof ValueInstantiationException && e.getCause() != null) {
            return "is refused: " + e.getCause().getMessage();
        }
        return e instanceof MismatchedInputException mismatch
                ? "is to be " + wanted(mismatch.getTargetType())
                : "is not as wanted";
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "another kind of value";
        } else if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        } else if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        } else if (CharSequence.class.isAssignableFrom(type)) {
            return "text";
        } else if (type == Instant.class) {
            return "an instant such as 2026-11-02T08:00:00Z";
        } else if (type == Duration.class) {
            return "a span such as PT15M";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "another kind of value";
    }

    private static String field(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String names(Collection<Object> all) {
        return all.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String where(@Nullable JsonLocation at) {
        return at == null ? "" : ": it goes wrong at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static Problem problem(String parameter, String detail) {
        return new Problem("Bad request", 400, detail, parameter, null);
    }
}
