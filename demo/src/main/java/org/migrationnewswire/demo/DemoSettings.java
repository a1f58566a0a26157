// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the demo feeds. */
@ConfigMapping(prefix = "newswire.demo")
public interface DemoSettings {
    /** Whether the feeds are served at {@code /demo}. */
    @WithDefault("false")
    boolean enabled();
}
