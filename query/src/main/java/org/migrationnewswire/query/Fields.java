// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.query;

/** Names of the index's fields. Text fields are analysed, all others exact. */
public final class Fields {
    /** Item id. */
    public static final String ID = "id";
    /** Analysed title. */
    public static final String TITLE = "title";
    /** Analysed summary. */
    public static final String SUMMARY = "summary";
    /** Analysed text of the content. */
    public static final String TEXT = "text";
    /** {@code sortDate} in milliseconds since 1970, as a point and as a doc value. */
    public static final String SORT_DATE = "sortDate";

    /** What the taxonomy could see: {@code regions} or {@code regions+themes}; exact, and counted. */
    public static final String COVERAGE = "coverage";

    private static final String PRIMARY = ".primary";
    private static final String STEMS = ".stems";
    private static final String MIN = ".min";
    private static final String COUNTED = ".counted";

    private Fields() {}

    /** Ids of a dimension; of regions also those that contain them. */
    public static String of(Dimension dimension) {
        return dimension.parameter();
    }

    /** Ids that the item is about. */
    public static String primary(Dimension dimension) {
        return dimension.parameter() + PRIMARY;
    }

    /** {@code id;tenths} for every tenth up to the score. */
    public static String min(Dimension dimension) {
        return dimension.parameter() + MIN;
    }

    /** Ids as doc values, for counting; of regions only those that are named. */
    public static String counted(Dimension dimension) {
        return dimension.parameter() + COUNTED;
    }

    /** The stems of an analysed field's words. */
    static String stemmed(String field) {
        return field + STEMS;
    }

    static String minTerm(String id, int tenths) {
        return id + ";" + tenths;
    }
}
