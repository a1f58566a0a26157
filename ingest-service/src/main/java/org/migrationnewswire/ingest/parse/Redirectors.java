// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Links that lead through somebody who counts them, taken back to what they lead to: the same article through two of
 * them, or through one that changes its links daily, is one item. Nothing is fetched for that.
 */
final class Redirectors {
    private static final List<String> PARAMETERS = List.of("url", "q", "u");
    private static final Pattern WRAPPED =
            Pattern.compile("^https?://(?:www\\.google\\.[a-z.]{2,6}/url|(?:www\\.)?bing\\.com/news/apiclick\\.aspx"
                    + "|l\\.facebook\\.com/l\\.php|[a-z0-9]{1,10}\\.safelinks\\.protection\\.outlook\\.com/)\\?");
    private static final Pattern GOOGLE_NEWS =
            Pattern.compile("^https?://news\\.google\\.com/(?:__i/)?rss/articles/([A-Za-z0-9_-]{20,2000})");
    private static final Pattern ADDRESS = Pattern.compile("https?://[\\x21-\\x7e]{4,2000}");

    private Redirectors() {}

    /** What the link leads to; the link itself when it is none of those, or does not tell. */
    static String unwrapped(String link) {
        String found = null;
        if (WRAPPED.matcher(link).find()) {
            found = parameter(link);
        } else {
            Matcher news = GOOGLE_NEWS.matcher(link);
            if (news.find()) {
                found = withinToken(news.group(1));
            }
        }
        return found == null ? link : found;
    }

    private static @Nullable String parameter(String link) {
        String query = link.substring(link.indexOf('?') + 1);
        return PARAMETERS.stream()
                .flatMap(name -> Arrays.stream(query.split("[&;]")).filter(p -> p.startsWith(name + "=")))
                .map(p -> decoded(p.substring(p.indexOf('=') + 1)))
                .filter(Redirectors::isAddress)
                .findFirst()
                .orElse(null);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Google News' older tokens carry the address itself, in a protocol buffer in base64; its newer ones don't. */
    private static @Nullable String withinToken(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            Matcher address = ADDRESS.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
            return address.find() && isAddress(address.group()) ? address.group() : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
