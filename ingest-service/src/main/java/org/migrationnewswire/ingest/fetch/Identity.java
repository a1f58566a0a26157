// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Feed;

/**
 * Who we are to publishers. The secrets stand in configuration and are sent to a feed's own origin alone, never to
 * where it redirects.
 *
 * @param userAgent who we are and whom to write to
 * @param secrets by name; of the form {@code user:password} for {@link Feed.Scheme#BASIC}
 * @param proxy {@code http://host:port} that everything goes through; null for none
 */
public record Identity(
        String userAgent,
        Map<String, String> secrets,
        @Nullable URI proxy) {
    /** What holds when nobody says otherwise. */
    public static final Identity DEFAULT = new Identity("MigrationNewswire/0.1", Map.of(), null);

    public Identity {
        secrets = Map.copyOf(secrets);
    }

    boolean lacks(Feed.@Nullable Auth auth) {
        return auth != null && !secrets.containsKey(auth.secret());
    }

    void sign(HttpGet request, Feed.@Nullable Auth auth) {
        String secret = auth == null ? null : secrets.get(auth.secret());
        if (auth == null || secret == null) {
            return;
        }
        switch (auth.scheme()) {
            case BASIC ->
                request.setHeader(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
            case BEARER -> request.setHeader("Authorization", "Bearer " + secret);
            case HEADER -> request.setHeader(auth.header() == null ? "X-Api-Key" : auth.header(), secret);
        }
    }

    @Override
    public String toString() {
        return "Identity[" + userAgent + "]";
    }
}
