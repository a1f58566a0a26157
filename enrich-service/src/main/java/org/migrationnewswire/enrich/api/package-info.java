/** The tagger over HTTP, for any text. */
@NullMarked
package org.migrationnewswire.enrich.api;

import org.jspecify.annotations.NullMarked;
