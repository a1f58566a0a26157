// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Correction;
import org.migrationnewswire.contracts.Correction.Action;
import org.migrationnewswire.contracts.Correction.Change;
import org.migrationnewswire.contracts.Correction.Dimension;
import org.migrationnewswire.enrich.EnrichLifecycle;
import org.migrationnewswire.enrich.correct.CorrectionLog;
import org.migrationnewswire.runtime.http.ProblemException;

/** A person's word on an item's tags. */
@Path("/corrections")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class CorrectionsResource {
    private static final Pattern ITEM_ID = Pattern.compile("[a-z2-7]{26}");
    private static final int MAX_BY = 100;
    private static final int MAX_REASON = 1_000;
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 200;

    private final EnrichLifecycle enrich;

    CorrectionsResource(EnrichLifecycle enrich) {
        this.enrich = enrich;
    }

    /**
     * One correction, as asked for.
     *
     * @param itemId the item
     * @param action {@code add}, {@code remove}, {@code primary} or {@code not-primary}
     * @param dimension {@code region}, {@code theme} or {@code kind}
     * @param tag id of it
     * @param by who says so
     * @param reason why; null when not given
     */
    public record Form(
            @Nullable String itemId,
            @Nullable String action,
            @Nullable String dimension,
            @Nullable String tag,
            @Nullable String by,
            @Nullable String reason) {}

    /**
     * Corrections, in the order of their items' ids.
     *
     * @param next what {@code after} is for those that follow; null when none does
     */
    public record CorrectionList(
            List<Correction> corrections, @Nullable String next) {}

    /** Corrects an item; all that is said of it by now. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response correct(@Nullable Form form) {
        if (form == null) {
            throw ProblemException.badRequest("body", null, "The body is missing.");
        }
        String itemId = itemId("itemId", form.itemId());
        Dimension dimension = oneOf("dimension", form.dimension(), Dimension.values());
        Action action = oneOf("action", form.action(), Action.values());
        if (dimension == Dimension.KIND && action != Action.ADD && action != Action.REMOVE) {
            throw ProblemException.badRequest("action", null, "A kind can be added and removed; an item has one.");
        }
        String tag = text("tag", form.tag(), MAX_BY);
        if (!log().knows(dimension, tag)) {
            throw ProblemException.badRequest(
                    "tag", 0, "There is no " + name(dimension) + " '" + tag + "': GET /taxonomy has them all.");
        }
        Change change = new Change(
                1, dimension, tag, action, text("by", form.by(), MAX_BY), Instant.now(), reason(form.reason()), null);
        try {
            Correction now = log().add(itemId, change);
            return Response.created(URI.create("/corrections/" + itemId))
                    .entity(now)
                    .build();
        } catch (CorrectionLog.TooManyException e) {
            throw ProblemException.conflict("This item can't be corrected again: " + e.getMessage() + ".");
        }
    }

    /** So many corrections after an item's, or those of one item. */
    @GET
    public CorrectionList list(
            @QueryParam("item") @Nullable String item,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        int most = limit(limit);
        String last = after == null ? "" : itemId("after", after);
        if (item != null) {
            Correction of = log().of(itemId("item", item));
            return new CorrectionList(of == null ? List.of() : List.of(of), null);
        }
        Collection<Correction> rest = log().all().tailMap(last, false).values();
        List<Correction> page = rest.stream().limit(most).toList();
        return new CorrectionList(
                page, page.size() < rest.size() ? page.getLast().itemId() : null);
    }

    /** All that was said of one item. */
    @GET
    @Path("/{item}")
    public Correction get(@PathParam("item") String item) {
        return found(log().of(itemId("item", item)));
    }

    /** Takes one back: the tag is again as the rules and the other corrections have it. */
    @DELETE
    @Path("/{item}/{n}")
    public Correction undo(
            @PathParam("item") String item,
            @PathParam("n") String n,
            @QueryParam("by") @Nullable String by,
            @QueryParam("reason") @Nullable String reason) {
        String itemId = itemId("item", item);
        if (!n.matches("[1-9][0-9]{0,5}")) {
            throw ProblemException.badRequest("n", 0, "'" + n + "' is not the number of a correction, such as 1.");
        }
        String who = text("by", by, MAX_BY);
        return found(log().undo(itemId, Integer.parseInt(n), who, Instant.now(), reason(reason)));
    }

    private CorrectionLog log() {
        CorrectionLog log = enrich.corrections();
        if (log == null) {
            throw ProblemException.unavailable("The taxonomy is not settled yet: ask again in a moment.");
        }
        return log;
    }

    private static Correction found(@Nullable Correction correction) {
        if (correction == null) {
            throw ProblemException.notFound("There is no such correction: GET /corrections has them all.");
        }
        return correction;
    }

    private static String itemId(String field, @Nullable String id) {
        if (id == null || !ITEM_ID.matcher(id).matches()) {
            throw ProblemException.badRequest(
                    field, 0, "The field '" + field + "' is to be an item's id: 26 characters of a-z and 2-7.");
        }
        return id;
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (text.matches("\\d{1,4}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MAX_LIMIT) {
            return Integer.parseInt(text);
        }
        throw ProblemException.badRequest("limit", 0, "'limit' is a number from 1 to " + MAX_LIMIT + ".");
    }

    private static String text(String field, @Nullable String value, int max) {
        if (value == null || value.isBlank()) {
            throw ProblemException.badRequest(field, null, "The field '" + field + "' is missing.");
        }
        if (value.length() > max) {
            throw ProblemException.badRequest(
                    field, max, "The field '" + field + "' is longer than " + max + " characters.");
        }
        return value;
    }

    private static @Nullable String reason(@Nullable String reason) {
        return reason == null || reason.isBlank() ? null : text("reason", reason, MAX_REASON);
    }

    private static <E extends Enum<E>> E oneOf(String field, @Nullable String value, E[] all) {
        for (E one : all) {
            if (name(one).equals(value)) {
                return one;
            }
        }
        List<String> names = Arrays.stream(all).map(CorrectionsResource::name).toList();
        throw ProblemException.badRequest(
                field, 0, "The field '" + field + "' is to be one of " + String.join(", ", names) + ".");
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
