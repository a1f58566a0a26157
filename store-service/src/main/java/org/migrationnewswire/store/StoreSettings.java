// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Settings of the store service. */
@ConfigMapping(prefix = "newswire.store")
public interface StoreSettings {
    /** Folder of the index. It can be deleted: it is built again from the log. */
    @WithDefault("data/index")
    Path indexFolder();
}
