/** The registry of feeds over HTTP: any instance answers reads, and writes are records that the owners see. */
@NullMarked
package org.migrationnewswire.ingest.api;

import org.jspecify.annotations.NullMarked;
