// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.migrationnewswire.demo.DemoFeed.Template;

/** What each demo feed says now. Thread-safe. */
public final class DemoPublisher {
    /** Names of the documents, the broken one among them. */
    public static final List<String> FILES = files();

    private static final String BROKEN = "broken.xml";
    private static final Duration HISTORY = Duration.ofDays(28);
    private static final Duration UNTIL_EDIT = Duration.ofSeconds(20);
    private static final Duration UNTIL_WITHDRAWAL = Duration.ofSeconds(30);
    private static final Duration BETWEEN_ITEMS = Duration.ofSeconds(15);
    private static final int MOST_NEW = 20;

    private final List<DemoFeed> feeds = DemoFeeds.read();
    private final Clock clock;
    private final Instant start;

    /** A publisher that begins now. */
    public DemoPublisher(Clock clock) {
        this.clock = clock;
        this.start = Instant.now(clock);
    }

    /** The document of that name; empty when there is none. */
    public Optional<String> document(String file) {
        if (file.equals(BROKEN)) {
            return Optional.of("<rss version=\"2.0\"><channel><title>Broken</title><item><title>Cut off in the mid");
        }
        return feeds.stream()
                .filter(feed -> feed.file().equals(file))
                .findFirst()
                .map(this::document);
    }

    private String document(DemoFeed feed) {
        Duration age = Duration.between(start, Instant.now(clock));
        List<Story> stories = new ArrayList<>(history(feed));
        List<String> withdrawn = new ArrayList<>();
        if (feed.edits() && age.compareTo(UNTIL_EDIT) >= 0) {
            stories.set(0, stories.getFirst().edited());
        }
        if (feed.withdraws() && age.compareTo(UNTIL_WITHDRAWAL) >= 0) {
            withdrawn.add(stories.remove(1).guid());
        }
        List<Story> newestFirst = new ArrayList<>(fresh(feed, age));
        newestFirst.addAll(stories.reversed());
        return FeedWriter.write(feed, newestFirst, withdrawn);
    }

    /** Four weeks of items, the oldest first, the same at every start. */
    private List<Story> history(DemoFeed feed) {
        List<Template> templates = feed.templates();
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < templates.size(); i++) {
            Duration before = HISTORY.multipliedBy(templates.size() - i).dividedBy(templates.size());
            Template template = templates.get(i);
            stories.add(new Story(guid(feed, "story-" + i), template.title(), template.text(), start.minus(before)));
        }
        return stories;
    }

    /** What has come in since the start, the newest first: one item at a time, in each feed in turn. */
    private List<Story> fresh(DemoFeed feed, Duration age) {
        List<Story> stories = new ArrayList<>();
        long sofar = age.dividedBy(BETWEEN_ITEMS);
        for (long n = sofar; n > 0 && stories.size() < MOST_NEW; n--) {
            if (n % feeds.size() == feeds.indexOf(feed)) {
                Template template =
                        feed.templates().get((int) (n % feed.templates().size()));
                stories.add(new Story(
                        guid(feed, "flash-" + start.getEpochSecond() + "-" + n),
                        template.title() + " (" + n + ")",
                        template.text(),
                        start.plus(BETWEEN_ITEMS.multipliedBy(n))));
            }
        }
        return stories;
    }

    private static String guid(DemoFeed feed, String name) {
        return "tag:demo.example,2026:" + feed.file() + "/" + name;
    }

    private static List<String> files() {
        List<String> files = new ArrayList<>();
        DemoFeeds.read().forEach(feed -> files.add(feed.file()));
        files.add(BROKEN);
        return List.copyOf(files);
    }
}
