// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of the enrich service. */
@ConfigMapping(prefix = "newswire.enrich")
public interface EnrichSettings {
    /** Folder with the taxonomy's six YAML files; without one, the taxonomy that comes with the service. */
    Optional<Path> taxonomyFolder();

    /** Folder of the stream's own state. It can be deleted: the log has it too. */
    @WithDefault("data/streams")
    Path stateFolder();

    /** Threads that tag. */
    @WithDefault("1")
    int threads();

    /** Items a second that are tagged again, at most. */
    @WithDefault("5000")
    int retagRate();

    /** Requests to tag an item again that wait in a partition, at most: live items queue behind no more. */
    @WithDefault("100")
    int retagOutstanding();
}
