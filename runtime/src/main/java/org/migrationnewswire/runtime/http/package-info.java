/**
 * HTTP as every service answers it. Writes come through one door ({@link
 * org.migrationnewswire.runtime.http.WriteDoor}): open on loopback, elsewhere only with a key, never for a foreign
 * {@code Host} or {@code Origin}. What goes wrong is a problem detail (RFC 9457) that names the parameter: a resource
 * throws {@link org.migrationnewswire.runtime.http.ProblemException}, and nothing else shows a stack trace.
 */
@NullMarked
package org.migrationnewswire.runtime.http;

import org.jspecify.annotations.NullMarked;
