// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.runtime.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import org.migrationnewswire.contracts.Json;

/** JSON over HTTP written as on the wire; what comes in may hold no field that we don't know. */
@Singleton
final class WireJson implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        Json.configure(mapper).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
