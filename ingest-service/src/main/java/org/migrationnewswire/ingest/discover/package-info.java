// SPDX-License-Identifier: Apache-2.0
/** Which feeds there are at an address that a person has typed: the document there, or what that web page links to. */
@NullMarked
package org.migrationnewswire.ingest.discover;

import org.jspecify.annotations.NullMarked;
