// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the taxonomy is settled and the stream runs. */
@Readiness
@Singleton
final class EnrichReadiness implements HealthCheck {
    private final EnrichLifecycle enrich;

    EnrichReadiness(EnrichLifecycle enrich) {
        this.enrich = enrich;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("enrich").status(enrich.isReady()).build();
    }
}
