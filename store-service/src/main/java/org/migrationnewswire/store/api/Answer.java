// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.api;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.runtime.http.Reader;

/**
 * How a body is given: with an ETag of its content and 304 for who has it (RFC 9110), compressed for who takes gzip,
 * and with what may be kept by whom. Compressed here and not by the server, which does it to streams and metrics too.
 */
final class Answer {
    private static final int LEAST_TO_COMPRESS = 1_000;
    private static final int TAG_BYTES = 12;

    private Answer() {}

    static Response of(
            byte[] body,
            String contentType,
            @Nullable Instant lastModified,
            @Nullable String links,
            HttpHeaders headers,
            Request request,
            Reader reader) {
        EntityTag tag = new EntityTag(hash(body), true);
        Date modified = lastModified == null ? null : Date.from(lastModified);
        Response.ResponseBuilder response =
                modified == null ? request.evaluatePreconditions(tag) : request.evaluatePreconditions(modified, tag);
        if (response == null) {
            boolean compressed = body.length >= LEAST_TO_COMPRESS && takesGzip(headers);
            response = Response.ok(compressed ? gzip(body) : body).header(HttpHeaders.CONTENT_TYPE, contentType);
            if (compressed) {
                response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
        }
        response.tag(tag);
        if (modified != null) {
            response.lastModified(modified);
        }
        if (links != null) {
            response.header("Link", links);
        }
        return kept(response, reader).build();
    }

    /** What is read in the open may be kept for half a minute by anybody; what a key opens is asked about each time. */
    static Response.ResponseBuilder kept(Response.ResponseBuilder response, Reader reader) {
        return response.header(HttpHeaders.CACHE_CONTROL, reader.trusted() ? "private, no-cache" : "public, max-age=30")
                .header(HttpHeaders.VARY, "Accept, Accept-Encoding, Authorization, Origin");
    }

    static boolean takesGzip(HttpHeaders headers) {
        String accepted = headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
        if (accepted == null) {
            return false;
        }
        for (String part : accepted.toLowerCase(Locale.ROOT).split(",")) {
            String coding = part.strip();
            if (coding.startsWith("gzip")) {
                return !coding.matches("gzip\\s*;\\s*q=0(\\.0*)?");
            }
        }
        return false;
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 3);
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String hash(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(hash, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
