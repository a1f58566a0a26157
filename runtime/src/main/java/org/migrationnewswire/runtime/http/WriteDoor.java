// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.runtime.http;

import io.netty.util.NetUtil;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Json;

/**
 * The one door that every request comes through. A {@code Host} that is not ours is refused whatever the method (DNS
 * rebinding); a write is refused when it has a foreign {@code Origin}, or comes from beyond loopback without the key.
 *
 * <p>Reads are GET, HEAD and OPTIONS (RFC 9110, section 9.2.1); everything else is a write.
 */
@Singleton
final class WriteDoor {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "::1");
    private static final int BEFORE_ALL_OTHERS = 10_000;
    private static final String BEARER = "bearer ";

    private final List<String> allowedHosts;
    private final @Nullable String key;

    WriteDoor(HttpSettings settings) {
        this.allowedHosts = settings.allowedHosts().orElse(List.of()).stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .toList();
        this.key = settings.writeKey().filter(k -> !k.isBlank()).orElse(null);
    }

    /** Hangs the door before every other route. */
    void hang(@Observes Filters filters) {
        filters.register(this::pass, BEFORE_ALL_OTHERS);
    }

    private void pass(RoutingContext context) {
        try {
            check(context.request());
        } catch (ProblemException e) {
            refuse(context.response(), e.problem());
            return;
        }
        context.next();
    }

    private void check(HttpServerRequest request) {
        String host = host(request);
        if (!isOurs(host)) {
            throw ProblemException.forbidden("The request's Host is '" + clip(host)
                    + "', which is not one of ours: add it to newswire.http.allowed-hosts.");
        }
        if (!READS.contains(request.method().name())) {
            checkOrigin(request.getHeader("Origin"), request);
            checkKey(request.getHeader("Authorization"), request);
        }
    }

    private static void refuse(HttpServerResponse response, Problem problem) {
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(Buffer.buffer(Json.write(problem)));
    }

    private static String host(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return authority == null ? "" : bare(authority.host());
    }

    private boolean isOurs(String host) {
        return LOOPBACK_NAMES.contains(host) || allowedHosts.contains(host);
    }

    /** A page of another origin (RFC 6454) may not write, whoever's browser it runs in. */
    private static void checkOrigin(@Nullable String origin, HttpServerRequest request) {
        HostAndPort authority = request.authority();
        if (origin == null || (authority != null && sameOrigin(origin, request.scheme(), authority))) {
            return;
        }
        throw ProblemException.forbidden("A page of " + clip(origin) + " may not write here.");
    }

    private static boolean sameOrigin(String origin, @Nullable String scheme, HostAndPort authority) {
        try {
            URI uri = URI.create(origin);
            return uri.getHost() != null
                    && uri.getScheme().equalsIgnoreCase(scheme)
                    && bare(uri.getHost()).equals(bare(authority.host()))
                    && port(uri.getPort(), uri.getScheme()) == port(authority.port(), uri.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int port(int given, String scheme) {
        if (given > 0) {
            return given;
        }
        return scheme.equalsIgnoreCase("https") ? 443 : 80;
    }

    private void checkKey(@Nullable String authorization, HttpServerRequest request) {
        if (isLoopback(request)) {
            return;
        }
        if (key == null) {
            throw ProblemException.forbidden(
                    "Writes from beyond this machine need a key, and none is set: set newswire.http.write-key.");
        }
        if (authorization == null || !same(key, bearer(authorization))) {
            throw ProblemException.unauthorized(
                    "Writes from beyond this machine need the key, as 'Authorization: Bearer KEY'.");
        }
    }

    private static boolean isLoopback(HttpServerRequest request) {
        if (request.remoteAddress() == null || request.remoteAddress().hostAddress() == null) {
            return false;
        }
        byte[] address = NetUtil.createByteArrayFromIpAddressString(
                request.remoteAddress().hostAddress());
        return address != null && isLoopback(address);
    }

    private static boolean isLoopback(byte[] address) {
        try {
            return InetAddress.getByAddress(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String bearer(String authorization) {
        return authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? authorization.substring(BEARER.length()).strip()
                : "";
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String bare(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("[") && lower.endsWith("]") ? lower.substring(1, lower.length() - 1) : lower;
    }

    private static String clip(String text) {
        String printable = text.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() <= 100 ? printable : printable.substring(0, 100) + "…";
    }
}
