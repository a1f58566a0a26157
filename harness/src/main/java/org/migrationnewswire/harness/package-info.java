/**
 * The newswire as it runs in earnest: broker and services in JVMs of their own, fed by a publisher on loopback.
 *
 * <p>{@link org.migrationnewswire.harness.Installation} starts them, holds a service at a named step of its work
 * ({@code Steps}), kills any of them with SIGKILL and starts it again. {@link
 * org.migrationnewswire.harness.Publisher} serves feeds and knows the whole history that it has published; {@link
 * org.migrationnewswire.harness.LogReading} is what the logs say of it, read as any consumer reads them.
 */
@NullMarked
package org.migrationnewswire.harness;

import org.jspecify.annotations.NullMarked;
