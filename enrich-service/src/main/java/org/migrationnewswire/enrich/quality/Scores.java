// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.quality;

import java.util.Collection;
import java.util.Locale;

/** What was found, what was missed and what was made up; a division by nothing is 0. Not thread-safe. */
public final class Scores {
    private int right;
    private int wrong;
    private int missed;

    /** Counts one item's tags. */
    public void add(Collection<String> wanted, Collection<String> given) {
        int both = (int) given.stream().filter(wanted::contains).count();
        right += both;
        wrong += given.size() - both;
        missed += wanted.size() - both;
    }

    /** Of what was given, the share that is right. */
    public double precision() {
        return share(right, right + wrong);
    }

    /** Of what was wanted, the share that was given. */
    public double recall() {
        return share(right, right + missed);
    }

    /** The harmonic mean of both. */
    public double f1() {
        return share(2 * right, 2 * right + wrong + missed);
    }

    /** How many were wanted. */
    public int wanted() {
        return right + missed;
    }

    /** As cells of a table: wanted, precision, recall, F1. */
    String cells() {
        return String.format(Locale.ROOT, "%d | %.3f | %.3f | %.3f", wanted(), precision(), recall(), f1());
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
