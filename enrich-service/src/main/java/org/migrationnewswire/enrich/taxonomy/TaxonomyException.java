// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.taxonomy;

import java.io.Serial;

/** A taxonomy that can't be used; the message names file, line and what is wrong. */
public final class TaxonomyException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    TaxonomyException(String message) {
        super(message);
    }
}
