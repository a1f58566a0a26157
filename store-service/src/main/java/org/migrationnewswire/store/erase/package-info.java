// SPDX-License-Identifier: Apache-2.0
/**
 * Taking an item out. The store knows which feed an item is of; the owner of that feed empties it, as it does what a
 * publisher takes back, and remembers its hash alone, so that it never comes again.
 */
@NullMarked
package org.migrationnewswire.store.erase;

import org.jspecify.annotations.NullMarked;
