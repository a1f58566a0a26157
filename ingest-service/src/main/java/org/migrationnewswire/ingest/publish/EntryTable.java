// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.migrationnewswire.contracts.Entry;

/**
 * What must be known of each entry of a feed at every poll, in 32 bytes: its key, whether its content is still the
 * same, and where in {@code newswire.entries} all else stands, which is read when it is not. Hashes are kept to 120
 * bits of the key and 60 of the content. An open hash table with linear probing.
 */
final class EntryTable {
    private static final int LONGS = 4;
    private static final int SMALLEST = 8;
    private static final long WITHDRAWN = 1;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS = 5;

    private long[] slots = new long[0];
    private int size;

    /** Remembers an entry, or that it has changed. */
    void put(Entry entry, long offset) {
        if ((size + 1) * 4 > capacity() * 3) {
            grow();
        }
        long high = high(entry.keyHash());
        long low = low(entry.keyHash());
        int slot = slot(slots, high, low);
        if (slots[slot] == 0) {
            size++;
        }
        slots[slot] = high;
        slots[slot + 1] = low;
        slots[slot + 2] = content(entry.contentHash()) | (entry.withdrawnAt() == null ? 0 : WITHDRAWN);
        slots[slot + 3] = offset;
    }

    /** Where the entry of that key stands; -1 when it was never seen. */
    long offset(String keyHash) {
        int slot = find(keyHash);
        return slot < 0 ? -1 : slots[slot + 3];
    }

    /** Whether the entry of that key is withdrawn, or has that very content. */
    boolean isSettled(String keyHash, String contentHash) {
        int slot = find(keyHash);
        return slot >= 0
                && ((slots[slot + 2] & WITHDRAWN) != 0 || (slots[slot + 2] & ~WITHDRAWN) == content(contentHash));
    }

    /** Where all entries stand, in order. */
    LongStream offsets() {
        return IntStream.range(0, capacity())
                .filter(i -> slots[i * LONGS] != 0)
                .mapToLong(i -> slots[i * LONGS + 3])
                .sorted();
    }

    EntryTable copy() {
        EntryTable copy = new EntryTable();
        copy.slots = Arrays.copyOf(slots, slots.length);
        copy.size = size;
        return copy;
    }

    private int capacity() {
        return slots.length / LONGS;
    }

    private int find(String keyHash) {
        if (size == 0) {
            return -1;
        }
        int slot = slot(slots, high(keyHash), low(keyHash));
        return slots[slot] == 0 ? -1 : slot;
    }

    private void grow() {
        int capacity = Math.max(SMALLEST, capacity() + capacity() / 2);
        long[] larger = new long[capacity * LONGS];
        for (int i = 0; i < slots.length; i += LONGS) {
            if (slots[i] != 0) {
                System.arraycopy(slots, i, larger, slot(larger, slots[i], slots[i + 1]), LONGS);
            }
        }
        slots = larger;
    }

    /** The slot that has the key, or the empty one where it would go. */
    private static int slot(long[] slots, long high, long low) {
        int capacity = slots.length / LONGS;
        int i = Math.floorMod(Long.hashCode(low), capacity);
        while (slots[i * LONGS] != 0 && (slots[i * LONGS] != high || slots[i * LONGS + 1] != low)) {
            i = (i + 1) % capacity;
        }
        return i * LONGS;
    }

    /** The first 60 bits, never 0: that marks an empty slot. */
    private static long high(String hash) {
        return bits(hash, 0) | 1L << 62;
    }

    private static long low(String hash) {
        return bits(hash, 12);
    }

    private static long content(String hash) {
        return bits(hash, 0) << 1;
    }

    /** 60 bits from a hash in base32 (12 characters), or from any other text in their stead. */
    private static long bits(String hash, int from) {
        long bits = 0;
        for (int i = from; i < from + 12 && i < hash.length(); i++) {
            bits = bits << BITS | Math.max(0, ALPHABET.indexOf(hash.charAt(i)));
        }
        return bits;
    }
}
