/** Measurements of what the product promises, each beside a limit or a peer in the same run. */
@NullMarked
package org.migrationnewswire.benchmarks;

import org.jspecify.annotations.NullMarked;
