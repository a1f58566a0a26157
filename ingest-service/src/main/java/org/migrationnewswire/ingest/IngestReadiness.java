// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the registry has been read and the group joined. */
@Readiness
@Singleton
final class IngestReadiness implements HealthCheck {
    private final IngestLifecycle ingest;

    IngestReadiness(IngestLifecycle ingest) {
        this.ingest = ingest;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("ingest").status(ingest.isReady()).build();
    }
}
