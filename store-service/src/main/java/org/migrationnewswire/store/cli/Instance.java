// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A running instance, asked over HTTP. */
final class Instance {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT_WITHIN)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** It answers, but not with what was asked for; the message is for the user. */
    static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;

        private final boolean later;

        RefusedException(String message, boolean later) {
            super(message);
            this.later = later;
        }

        /** Whether it may answer later. */
        boolean isLater() {
            return later;
        }
    }

    /** The body of a successful answer, as it comes. */
    InputStream get(URI uri, String accept, String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", accept);
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> response;
        try {
            response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (ConnectException e) {
            throw new ConnectException("nothing answers at " + uri.getScheme() + "://" + uri.getAuthority()
                    + ": start it with './newswire up', or say where it is with --at");
        }
        if (response.statusCode() != OK) {
            try (InputStream body = response.body()) {
                String text = new String(body.readNBytes(10_000), StandardCharsets.UTF_8);
                throw new RefusedException(detail(text, response.statusCode()), response.statusCode() == UNAVAILABLE);
            }
        }
        return response.body();
    }

    private static String detail(String body, int status) {
        try {
            JsonNode problem = new ObjectMapper().readTree(body);
            if (problem.hasNonNull("detail")) {
                String parameter = problem.path("parameter").asText("");
                return (parameter.isEmpty() ? "" : "--" + parameter + ": ")
                        + Terminal.clean(problem.get("detail").asText());
            }
        } catch (IOException e) {
            // no problem document: said below
        }
        return "it answered " + status + ", not what was asked for: is that a newswire?";
    }
}
