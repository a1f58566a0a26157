// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One event of each kind, as {@code docs/wire} shows it. */
final class Examples {
    private static final Instant SEEN = Instant.parse("2026-11-02T08:15:30.250Z");
    private static final Instant PUBLISHED = Instant.parse("2026-11-02T07:58:00.000Z");
    private static final String FEED_ID = Ids.feed("https://observatory.example/feed.xml");
    private static final String ITEM_ID = Ids.item(FEED_ID, "https://observatory.example/2026/coast-guard");
    private static final String TEXT = "The coast guard of Malta brought 41 people ashore.\n\nThree are missing.";
    private static final Tags.TaxonomyReference TAXONOMY =
            new Tags.TaxonomyReference("2026.11.1", Ids.hash("a taxonomy"));
    private static final Item.Source SOURCE = new Item.Source("Sea Route Observatory", "https://observatory.example/");

    private Examples() {}

    /** By the name of the golden file, without {@code .json}. */
    static Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("feed", feed());
        all.put("feed-state", feedState());
        all.put("entry", entry());
        all.put("item", item());
        all.put("item-withdrawn", withdrawn());
        all.put("tagged-item", new TaggedItem(item(), tags()));
        all.put("correction", correction());
        all.put("taxonomy", taxonomy());
        all.put("retag-request", new RetagRequest(Ids.hash("retag"), false, item()));
        all.put("retag", retag());
        all.put("retag-part", new RetagPart(Ids.hash("retag"), 0, true, retagOutcome()));
        all.put("subscription", subscription());
        all.put("alert", alert());
        all.put("delivery", delivery());
        all.put("command", new Command(Command.Type.POLL_FEED, FEED_ID, "loopback", SEEN));
        all.put(
                "feed-event",
                new FeedEvent(FEED_ID, FeedEvent.Type.BROKEN, SEEN, "timeout", "no answer within 30 s, 3 times"));
        all.put("audit-event", new AuditEvent(SEEN, "loopback", "POST /feeds", FEED_ID, 201, null));
        return all;
    }

    private static Feed feed() {
        return new Feed(
                FEED_ID,
                "https://observatory.example/feed.xml",
                "Sea Route Observatory",
                Duration.ofMinutes(15),
                List.of("Mediterranean"),
                new Feed.Rights("CC-BY-4.0", Feed.Display.EXTRACT, Feed.Audience.OPEN),
                new Feed.Auth(Feed.Scheme.HEADER, "newswire.ingest.secrets.observatory", "X-Api-Key"),
                false,
                true,
                SEEN.minusSeconds(60));
    }

    private static FeedState feedState() {
        return new FeedState(
                FEED_ID,
                "Sea Route Observatory",
                "https://observatory.example/",
                new FeedState.Place(null, "https://observatory.example/feeds/all.xml", 1),
                new FeedState.Validators("\"5e1-abc\"", "Mon, 02 Nov 2026 08:00:00 GMT"),
                new FeedState.Health(FeedState.Status.OK, 0, SEEN, null),
                new FeedState.Timing(
                        Duration.ofMinutes(15),
                        SEEN.plusSeconds(900),
                        "hints",
                        new FeedState.Hints(Duration.ofMinutes(15), List.of(0, 1), List.of("sunday")),
                        12),
                new FeedState.Rhythm(Duration.ofHours(9), SEEN, false),
                new FeedState.Push(
                        "https://hub.example/",
                        "https://observatory.example/feed.xml",
                        SEEN,
                        SEEN.plusSeconds(864_000),
                        true),
                true,
                List.of(
                        new FeedState.Poll(SEEN, 200, 18_204, 131, 20, 1, 0, null),
                        new FeedState.Poll(
                                SEEN.minusSeconds(900),
                                null,
                                0,
                                30_000,
                                0,
                                0,
                                0,
                                new FeedState.Failure("timeout", "no answer within 30 s"))));
    }

    private static Entry entry() {
        return new Entry(
                FEED_ID,
                Ids.hash("https://observatory.example/2026/coast-guard"),
                Ids.hash("https://observatory.example/2026/coast-guard"),
                Ids.hash("two"),
                2,
                ITEM_ID,
                SEEN.minusSeconds(900),
                PUBLISHED,
                false,
                item().revisions(),
                null,
                null);
    }

    private static Item item() {
        return new Item(
                ITEM_ID,
                FEED_ID,
                2,
                List.of(
                        new Item.Revision(1, SEEN.minusSeconds(900), "Coast guard brings 40 ashore", Ids.hash("one")),
                        new Item.Revision(2, SEEN, "Coast guard of Malta brings 41 ashore", Ids.hash("two"))),
                "https://observatory.example/2026/coast-guard",
                "Coast guard of Malta brings 41 ashore",
                "https://observatory.example/2026/coast-guard?utm_source=feed",
                "https://observatory.example/2026/coast-guard",
                "The coast guard of Malta brought 41 people ashore.",
                "<p>The coast guard of Malta brought 41 people ashore.</p><p>Three are missing.</p>",
                TEXT,
                false,
                List.of(new Item.Author("Ada Example", "ada@observatory.example", null)),
                List.of("Rescue"),
                List.of(new Item.Enclosure("https://observatory.example/map.png", "image/png", 20_480L)),
                "en",
                PUBLISHED,
                SEEN.minusSeconds(30),
                SEEN.minusSeconds(900),
                SEEN,
                PUBLISHED,
                SOURCE,
                Ids.hash("two"),
                false,
                null);
    }

    private static Item withdrawn() {
        return item().withdrawn(SEEN.plusSeconds(3600));
    }

    private static Tags tags() {
        Tag.Evidence inTitle = new Tag.Evidence("title", 15, 20, "Malta");
        Tag.Evidence inText = new Tag.Evidence("contentText", 19, 24, "Malta");
        return new Tags(
                "en",
                1,
                "news",
                List.of(new Tag("MT", "Malta", 0.92, true, "name", Tag.Source.RULE, List.of(inTitle, inText))),
                List.of("001", "039", "150", "eu"),
                List.of(new Tag(
                        "deaths-rescue",
                        "Deaths and rescue",
                        0.7,
                        true,
                        "triggers",
                        Tag.Source.RULE,
                        List.of(new Tag.Evidence("contentText", 4, 15, "coast guard")))),
                Tags.Coverage.REGIONS_AND_THEMES,
                Ids.hash("coast guard of malta brings 41 ashore"),
                TAXONOMY);
    }

    private static Correction correction() {
        return new Correction(
                ITEM_ID,
                List.of(
                        new Correction.Change(
                                1,
                                Correction.Dimension.REGION,
                                "IT",
                                Correction.Action.ADD,
                                "desk-2",
                                SEEN,
                                "they were landed in Lampedusa",
                                null),
                        new Correction.Change(
                                2,
                                Correction.Dimension.THEME,
                                "smuggling",
                                Correction.Action.REMOVE,
                                "desk-2",
                                SEEN,
                                null,
                                new Correction.Undone("desk-1", SEEN.plusSeconds(60), "it is about them, too"))));
    }

    private static Taxonomy taxonomy() {
        return new Taxonomy(
                TAXONOMY.version(),
                TAXONOMY.digest(),
                List.of(
                        new Taxonomy.Region(
                                "MT",
                                Taxonomy.Type.COUNTRY,
                                "Malta",
                                Map.of("en", List.of("Malta", "Maltese", "Valletta")),
                                List.of(),
                                true,
                                null,
                                null),
                        new Taxonomy.Region(
                                "eu",
                                Taxonomy.Type.ORGANISATION,
                                "European Union",
                                Map.of("en", List.of("European Union", "EU")),
                                List.of(new Taxonomy.Membership("MT", LocalDate.of(2004, 5, 1), null)),
                                true,
                                "Treaty of Accession 2003",
                                null)),
                List.of(new Taxonomy.Theme(
                        "deaths-rescue",
                        "Deaths and rescue",
                        "People who die, go missing or are rescued on the way.",
                        List.of("gcm:8"),
                        List.of(new Taxonomy.Trigger("coast guard", "en", 0.5, List.of("ashore", "missing"), 12)),
                        List.of("coast guard museum"))),
                List.of(new Taxonomy.Kind("project-news", "Project news", List.of("Project News:"), List.of())),
                List.of(new Taxonomy.NotPlace("Valletta Action Plan", "migration-development")));
    }

    private static Retag retag() {
        return new Retag(
                Ids.hash("retag"),
                TAXONOMY,
                "2026.10.4",
                false,
                "a new taxonomy",
                Retag.Status.DONE,
                Map.of(0, 1_200L),
                Map.of(0, 1_200L),
                retagOutcome(),
                SEEN,
                SEEN.plusSeconds(12));
    }

    private static RetagOutcome retagOutcome() {
        return new RetagOutcome(
                1_180,
                15,
                20,
                Map.of("region/MT", new RetagOutcome.Difference(12, 3, List.of(ITEM_ID), List.of())),
                Map.of("add region/IT", 1L));
    }

    private static Subscription subscription() {
        return new Subscription(
                Ids.hash("subscription"),
                "desk-2",
                "Rescues off Malta",
                "region=MT;primary&theme=deaths-rescue&kind=-vacancy",
                new Subscription.Channel(
                        Subscription.ChannelType.WEBHOOK,
                        "https://desk.example/hook",
                        Map.of("secret", "newswire.alert.secrets.desk-2")),
                "immediate",
                "Europe/Malta",
                "en",
                false,
                new Subscription.Caps(60, null),
                true,
                SEEN);
    }

    private static Alert alert() {
        return new Alert(
                Alert.id(Ids.hash("subscription"), ITEM_ID, 2),
                Ids.hash("subscription"),
                ITEM_ID,
                2,
                SEEN.plusMillis(40),
                item().title(),
                item().link(),
                item().summary(),
                SOURCE,
                PUBLISHED,
                tags().storyKey(),
                tags().regions(),
                tags().themes());
    }

    private static Delivery delivery() {
        return new Delivery(
                Ids.hash("subscription"),
                Alert.id(Ids.hash("subscription"), ITEM_ID, 2),
                Delivery.Status.PENDING,
                2,
                SEEN,
                SEEN.plusSeconds(300),
                503,
                new FeedState.Failure("http-status", "the receiver answered 503"));
    }
}
