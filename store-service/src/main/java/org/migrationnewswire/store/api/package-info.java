/** The query API: JSON over HTTP, straight from the index. */
@NullMarked
package org.migrationnewswire.store.api;

import org.jspecify.annotations.NullMarked;
