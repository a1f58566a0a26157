// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.benchmarks;

/** Something to measure. */
interface Benchmark {
    /** What it is called on the command line. */
    String name();

    /** Measures it; takes minutes. */
    Figures run() throws Exception;
}
