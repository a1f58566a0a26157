// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The ids of the wire: the first 26 characters of the lower-case base32 (RFC 4648, section 6) of a SHA-256, so 130
 * bits that depend on nothing but their parts.
 */
public final class Ids {
    private static final char[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final int LENGTH = 26;

    private Ids() {}

    /** The id of a feed: the hash of its first normalised URL. It stays when the feed moves. */
    public static String feed(String normalisedUrl) {
        return hash(normalisedUrl);
    }

    /** The id of an item: the hash of its feed's id and its entry key, a zero byte between them. */
    public static String item(String feedId, String entryKey) {
        return hash(feedId, entryKey);
    }

    /** The hash of the parts in UTF-8, a zero byte between each two: 26 characters of {@code a-z2-7}. */
    public static String hash(String... parts) {
        MessageDigest digest = sha256();
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                digest.update((byte) 0);
            }
            digest.update(parts[i].getBytes(StandardCharsets.UTF_8));
        }
        return base32(digest.digest());
    }

    private static String base32(byte[] bytes) {
        char[] out = new char[LENGTH];
        int buffer = 0;
        int bits = 0;
        int next = 0;
        for (int i = 0; i < LENGTH; i++) {
            if (bits < 5) {
                buffer = (buffer << 8) | (bytes[next++] & 0xff);
                bits += 8;
            }
            bits -= 5;
            out[i] = ALPHABET[(buffer >> bits) & 31];
            buffer &= (1 << bits) - 1;
        }
        return new String(out);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
