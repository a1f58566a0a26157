/** What every service needs to run, and none of what any of them does. */
@NullMarked
package org.migrationnewswire.runtime;

import org.jspecify.annotations.NullMarked;
