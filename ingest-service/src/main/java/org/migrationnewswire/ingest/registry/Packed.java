// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.registry;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.migrationnewswire.contracts.Json;

/**
 * A record of the wire kept small: its JSON, deflated. A feed's state with its last polls takes some 300 bytes so,
 * where it would take 3,000 as objects, and is looked at once in a quarter of an hour.
 */
public final class Packed<T> {
    private static final int LARGEST = 1 << 20;

    private final Class<T> type;
    private final byte[] deflated;
    private final int length;

    private Packed(Class<T> type, byte[] deflated, int length) {
        this.type = type;
        this.deflated = deflated;
        this.length = length;
    }

    /** The record packed. */
    public static <T> Packed<T> of(Class<T> type, T value) {
        return ofJson(type, Json.write(value));
    }

    /** The record whose JSON that is; the JSON is not looked at. */
    public static <T> Packed<T> ofJson(Class<T> type, byte[] json) {
        if (json.length > LARGEST) {
            throw new IllegalArgumentException(type.getSimpleName() + " has " + json.length + " bytes");
        }
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(json);
            deflater.finish();
            byte[] out = new byte[json.length + 64];
            int size = deflater.deflate(out);
            return new Packed<>(type, Arrays.copyOf(out, size), json.length);
        } finally {
            deflater.end();
        }
    }

    /** The record. */
    public T value() {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(deflated);
            byte[] json = new byte[length];
            inflater.inflate(json);
            return Json.read(json, type);
        } catch (DataFormatException e) {
            throw new IllegalStateException("what we have packed can be unpacked", e);
        } finally {
            inflater.end();
        }
    }
}
