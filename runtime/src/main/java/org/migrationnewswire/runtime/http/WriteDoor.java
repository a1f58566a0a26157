// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.runtime.http;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    /** What comes there is believed for its signature, whoever brings it: hubs have no key of ours. */
    private static final String SIGNED = "/websub/";

    private static final String BEARER = "bearer ";

    private final List<String> allowedHosts;
    private final @Nullable String key;

    @Inject
    WriteDoor(HttpSettings settings) {
        this(settings.allowedHosts().orElse(List.of()), settings.writeKey());
    }

    WriteDoor(List<String> allowedHosts, Optional<String> key) {
        this.allowedHosts =
                allowedHosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
        this.key = key.filter(k -> !k.isBlank()).orElse(null);
    }

    /** Lets the request in, or throws the problem that it is answered with. */
    void check(Visit visit) {
        if (!isOurs(visit.host())) {
            throw ProblemException.forbidden("The request's Host is '" + clip(visit.host())
                    + "', which is not one of ours: add it to newswire.http.allowed-hosts.");
        }
        if (!READS.contains(visit.method()) && !visit.path().startsWith(SIGNED)) {
            checkOrigin(visit);
            checkKey(visit);
        }
    }

    /** Whether that visitor reads all that feeds gave: it is on this machine or has the key, and is no foreign page. */
    boolean isTrusted(Visit visit, boolean forwarded) {
        boolean foreign = visit.origin() != null && !sameOrigin(visit.origin(), visit);
        boolean here = !forwarded && visit.from() != null && visit.from().isLoopbackAddress();
        return !foreign && (here || hasKey(visit));
    }

    static boolean isRead(String method) {
        return READS.contains(method);
    }

    private boolean hasKey(Visit visit) {
        return key != null && visit.authorization() != null && same(key, bearer(visit.authorization()));
    }

    private boolean isOurs(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return LOOPBACK_NAMES.contains(name) || allowedHosts.contains(name);
    }

    /** A page of another origin (RFC 6454) may not write, whoever's browser it runs in. */
    private static void checkOrigin(Visit visit) {
        if (visit.origin() != null && !sameOrigin(visit.origin(), visit)) {
            throw ProblemException.forbidden("A page of " + clip(visit.origin()) + " may not write here.");
        }
    }

    private static boolean sameOrigin(String origin, Visit visit) {
        try {
            URI uri = URI.create(origin);
            return uri.getHost() != null
                    && uri.getScheme().equalsIgnoreCase(visit.scheme())
                    && bare(uri.getHost()).equalsIgnoreCase(visit.host())
                    && port(uri.getPort(), visit.scheme()) == port(visit.port(), visit.scheme());
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

    private void checkKey(Visit visit) {
        if (visit.from() != null && visit.from().isLoopbackAddress()) {
            return;
        }
        if (key == null) {
            throw ProblemException.forbidden(
                    "Writes from beyond this machine need a key, and none is set: set newswire.http.write-key.");
        }
        if (!hasKey(visit)) {
            throw ProblemException.unauthorized(
                    "Writes from beyond this machine need the key, as 'Authorization: Bearer KEY'.");
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

    /** A host without the brackets of an IPv6 literal. */
    static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static String clip(String text) {
        String printable = text.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() <= 100 ? printable : printable.substring(0, 100) + "…";
    }
}
