// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What was found, what was found wrongly, what was missed, over many texts; and how often the focus was right. */
final class Counts {
    private int texts;
    private int right;
    private int wrong;
    private int missed;
    private int focusAsked;
    private int focusRight;

    void add(Set<String> wanted, Set<String> found) {
        texts++;
        int both = (int) found.stream().filter(wanted::contains).count();
        right += both;
        wrong += found.size() - both;
        missed += wanted.size() - both;
    }

    void addFocus(boolean isRight) {
        focusAsked++;
        focusRight += isRight ? 1 : 0;
    }

    int texts() {
        return texts;
    }

    double precision() {
        return ratio(right, right + wrong);
    }

    double recall() {
        return ratio(right, right + missed);
    }

    double f1() {
        return ratio(2 * right, 2 * right + wrong + missed);
    }

    boolean hasFocus() {
        return focusAsked > 0;
    }

    double focus() {
        return ratio(focusRight, focusAsked);
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("texts", texts);
        map.put("precision", precision());
        map.put("recall", recall());
        map.put("f1", f1());
        if (hasFocus()) {
            map.put("focus", focus());
        }
        return map;
    }

    /** To three digits; 1 when there was nothing to do and nothing was done. */
    private static double ratio(int part, int all) {
        return all == 0 ? 1 : Math.round(1000.0 * part / all) / 1000.0;
    }
}
