// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.identity;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.migrationnewswire.ingest.parse.Links;

/**
 * A link without what does not identify the page (RFC 3986, section 6.2): scheme and host in lower case, no default
 * port, no doubled slashes in the path, no fragment, no tracking parameters.
 */
public final class CanonicalLink {
    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    private CanonicalLink() {}

    /** The canonical form; the link itself when it is no address of the web. */
    public static String of(String link) {
        try {
            URI uri = URI.create(link.strip().replace(" ", "%20"));
            if (uri.getHost() == null || uri.getScheme() == null) {
                return link.strip();
            }
            return canonical(uri);
        } catch (IllegalArgumentException e) {
            return link.strip();
        }
    }

    private static String canonical(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        StringBuilder out =
                new StringBuilder(scheme).append("://").append(uri.getHost().toLowerCase(Locale.ROOT));
        if (uri.getPort() >= 0 && uri.getPort() != defaultPort(scheme)) {
            out.append(':').append(uri.getPort());
        }
        String path = uri.getRawPath() == null
                ? ""
                : SLASHES.matcher(uri.getRawPath()).replaceAll("/");
        out.append(path.isEmpty() ? "/" : path);
        if (uri.getRawQuery() != null) {
            String query = Arrays.stream(uri.getRawQuery().split("&"))
                    .filter(p -> !p.isEmpty() && !Links.isTracker(p))
                    .collect(Collectors.joining("&"));
            out.append(query.isEmpty() ? "" : "?" + query);
        }
        return out.toString();
    }

    private static int defaultPort(String scheme) {
        return switch (scheme) {
            case "http" -> 80;
            case "https" -> 443;
            default -> -1;
        };
    }
}
