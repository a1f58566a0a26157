// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.enrich.EnrichLifecycle;
import org.migrationnewswire.enrich.tag.TagInput;
import org.migrationnewswire.enrich.tag.TaggedText;
import org.migrationnewswire.enrich.tag.Tagger;
import org.migrationnewswire.runtime.http.ProblemException;

/** Tags of a text, by the very tagger that tags the items. */
@Path("/tag")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TagResource {
    private static final int MAX_CHARACTERS = 500_000;

    private final EnrichLifecycle enrich;

    TagResource(EnrichLifecycle enrich) {
        this.enrich = enrich;
    }

    /**
     * A text to tag.
     *
     * @param id given back with the tags; null for none
     * @param title null for none
     * @param text at most 500,000 characters
     * @param language BCP 47; null when unknown
     * @param publishedAt the day whose memberships count; null for today
     */
    public record Text(
            @Nullable String id,
            @Nullable String title,
            @Nullable String text,
            @Nullable String language,
            @Nullable Instant publishedAt) {}

    /** What the text speaks of; evidence stands in {@code title} or {@code text}. */
    @POST
    public TaggedText tag(@Nullable Text body) {
        Tagger tagger = enrich.tagger();
        if (tagger == null) {
            throw ProblemException.unavailable("The taxonomy is not settled yet: ask again in a moment.");
        }
        if (body == null || body.text() == null) {
            throw ProblemException.badRequest("text", null, "The field 'text' is missing.");
        }
        if (body.text().length() > MAX_CHARACTERS) {
            throw ProblemException.badRequest(
                    "text", MAX_CHARACTERS, "The text is longer than " + MAX_CHARACTERS + " characters.");
        }
        Instant date = body.publishedAt() == null ? Instant.now() : body.publishedAt();
        return TaggedText.of(body.id(), tagger.tag(TagInput.of(body.title(), body.text(), body.language(), date)));
    }
}
