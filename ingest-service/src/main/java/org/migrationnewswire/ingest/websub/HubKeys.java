// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.websub;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Keys that hubs sign with: each feed's derived from the one secret, so that none need be stored. */
public final class HubKeys {
    private static final Map<String, String> ALGORITHMS = Map.of(
            "sha1", "HmacSHA1",
            "sha256", "HmacSHA256",
            "sha384", "HmacSHA384",
            "sha512", "HmacSHA512");

    private final String secret;

    /** Keys from that secret. */
    public HubKeys(String secret) {
        this.secret = secret;
    }

    /** The key of a feed: 64 characters. */
    String of(String feedId) {
        return HexFormat.of()
                .formatHex(mac("HmacSHA256", secret, ("websub " + feedId).getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether the header {@code X-Hub-Signature} (W3C WebSub, section 8) is right for what was sent. */
    public boolean isSigned(String feedId, byte[] body, @Nullable String signature) {
        String[] parts = signature == null ? new String[0] : signature.strip().split("=", 2);
        String algorithm = parts.length < 2 ? null : ALGORITHMS.get(parts[0].toLowerCase(Locale.ROOT));
        if (algorithm == null) {
            return false;
        }
        byte[] expected = mac(algorithm, of(feedId), body);
        return MessageDigest.isEqual(
                HexFormat.of().formatHex(expected).getBytes(StandardCharsets.UTF_8),
                parts[1].toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(String algorithm, String key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
