// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.migrationnewswire.broker.testing.TestBroker;

/** A broker for as long as the application runs. */
public final class BrokerResource implements QuarkusTestResourceLifecycleManager {
    private TestBroker broker;

    @Override
    public Map<String, String> start() {
        try {
            broker = TestBroker.start(Files.createTempDirectory(Path.of("target"), "broker"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("newswire.kafka.bootstrap-servers", broker.bootstrapServers());
    }

    @Override
    public void stop() {
        broker.close();
    }
}
