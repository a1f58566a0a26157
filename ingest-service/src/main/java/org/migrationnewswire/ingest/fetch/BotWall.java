// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Tells a page that keeps programs out from a feed. We never try to get past one: the publisher is asked to let us in.
 */
final class BotWall {
    private static final int LOOKED_AT = 16 * 1024;
    private static final List<String> MARKS = List.of(
            "cf-chl-",
            "challenge-platform",
            "just a moment...",
            "attention required! | cloudflare",
            "_incapsula_resource",
            "px-captcha",
            "g-recaptcha",
            "h-captcha",
            "ddos-guard",
            "checking your browser",
            "enable javascript and cookies to continue");

    private BotWall() {}

    /** Whether a page is one, by what stands at its beginning. */
    static boolean is(byte[] body) {
        String head = new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        return head.contains("<html") && MARKS.stream().anyMatch(head::contains);
    }

    static FetchResult.Failed blocked(String host, String userAgent, int status) {
        return new FetchResult.Failed(
                "blocked",
                host + " keeps programs out (" + status + "): ask its publisher to let the User-Agent '" + userAgent
                        + "' fetch this feed",
                status);
    }
}
