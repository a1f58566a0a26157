// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.runtime.http.ProblemException;
import org.migrationnewswire.store.StoreLifecycle;

/** The taxonomy in force: every region, theme and kind that can be asked for. */
@Path("/taxonomy")
@Produces(MediaType.APPLICATION_JSON)
public final class TaxonomyResource {
    private final StoreLifecycle store;

    TaxonomyResource(StoreLifecycle store) {
        this.store = store;
    }

    /** All of it. */
    @GET
    public Taxonomy taxonomy() {
        Taxonomy taxonomy = store.taxonomy().current().taxonomy();
        if (taxonomy == null) {
            throw ProblemException.unavailable("No taxonomy has been published yet: ask again in a moment.");
        }
        return taxonomy;
    }
}
