// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import java.util.ArrayList;
import java.util.List;
import org.migrationnewswire.contracts.Tag.Evidence;

/** What has been found for one region or theme. */
final class Mentions {
    private static final int MOST_EVIDENCE = 20;

    private final List<Evidence> evidence = new ArrayList<>();
    private double weight;
    private boolean inTitle;

    void add(FieldWords field, int first, int end, double counts) {
        weight += counts;
        inTitle |= field.isTitle();
        if (evidence.size() < MOST_EVIDENCE) {
            evidence.add(field.evidence(first, end));
        }
    }

    double weight() {
        return weight;
    }

    boolean inTitle() {
        return inTitle;
    }

    List<Evidence> evidence() {
        return evidence;
    }

    /** {@code 1 - e^(-weight / scale)}, to two digits. */
    double score(double scale) {
        return Math.round((1 - Math.exp(-weight / scale)) * 100) / 100.0;
    }

    /** {@code weight / (weight + scale)}, to three digits: more is always more. */
    double salience(double scale) {
        return Math.round(weight / (weight + scale) * 1_000) / 1_000.0;
    }
}
