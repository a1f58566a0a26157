// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the index has come to the ends of the log that it saw when it started. */
@Readiness
@Singleton
final class StoreReadiness implements HealthCheck {
    private final StoreLifecycle store;

    StoreReadiness(StoreLifecycle store) {
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("store")
                .status(store.isReady())
                .withData("index", store.materialiser().progress())
                .build();
    }
}
