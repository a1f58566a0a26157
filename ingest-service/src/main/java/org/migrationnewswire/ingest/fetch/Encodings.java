// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/** The content codings that we accept (RFC 9110, section 8.4.1; RFC 7932). */
final class Encodings {
    static final String ACCEPTED = "gzip, deflate, br";

    private static final int BUFFER = 16 * 1024;
    private static final int ZLIB_METHOD = 8;

    private Encodings() {}

    /** The decoded stream; at most one coding, as every server does it. */
    static InputStream decoded(InputStream in, @Nullable String encoding) throws IOException {
        return switch (encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> in;
            case "gzip", "x-gzip" -> new GZIPInputStream(in, BUFFER);
            case "deflate" -> inflated(in);
            case "br" -> new BrotliInputStream(in, BUFFER);
            default -> throw new ZipException("unknown coding " + encoding);
        };
    }

    /** "deflate" is zlib (RFC 1950) by the standard and bare deflate (RFC 1951) from some servers. */
    private static InputStream inflated(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(2);
        int first = buffered.read();
        int second = buffered.read();
        buffered.reset();
        boolean zlib = (first & 0x0f) == ZLIB_METHOD && ((first << 8) | second) % 31 == 0;
        return new InflaterInputStream(buffered, new Inflater(!zlib), BUFFER);
    }
}
