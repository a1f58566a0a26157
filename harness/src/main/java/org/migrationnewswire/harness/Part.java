// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.harness;

import java.util.Locale;

/** What an installation is made of. */
public enum Part {
    BROKER,
    INGEST,
    ENRICH,
    STORE;

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Folder of the service's module. */
    String module() {
        return folder() + "-service";
    }
}
