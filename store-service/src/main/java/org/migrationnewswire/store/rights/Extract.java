// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.rights;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Feed.Display;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.contracts.Tag.Evidence;
import org.migrationnewswire.contracts.TaggedItem;
import org.migrationnewswire.contracts.Tags;

/**
 * What may be shown of an item in the open: title and link; at most 300 characters of its summary; and the sentences
 * that carry evidence, at most 1,000 characters of them. Evidence moves to where it stands in what is left, and goes
 * when its words do.
 */
final class Extract {
    private static final int SUMMARY = 300;
    private static final int SENTENCES = 1_000;
    private static final String GAP = " … ";
    private static final String TITLE_FIELD = "title";
    private static final String SUMMARY_FIELD = "summary";
    private static final String TEXT_FIELD = "contentText";

    /** A stretch of the text that is kept, and where it stands in what is left. */
    private record Kept(int start, int end, int at) {}

    private Extract() {}

    static TaggedItem of(TaggedItem tagged, Display display) {
        if (display == Display.FULL) {
            return tagged;
        }
        Item item = tagged.item();
        boolean link = display == Display.LINK;
        String summary = link ? null : shortened(item.summary());
        List<Kept> kept = link || item.contentText() == null ? List.of() : sentences(item.contentText(), tagged.tags());
        String text = text(item.contentText(), kept);
        int summaryEnd = summary == null ? 0 : summary.length();
        UnaryOperator<List<Evidence>> moved = evidence -> evidence.stream()
                .flatMap(e -> moved(e, summaryEnd, item.summary(), kept))
                .toList();
        return new TaggedItem(item(item, summary, text), tags(tagged.tags(), moved));
    }

    /** At most 300 characters, cut at a blank where one is near, never within a character. */
    private static @Nullable String shortened(@Nullable String summary) {
        if (summary == null || summary.length() <= SUMMARY) {
            return summary;
        }
        int end = summary.lastIndexOf(' ', SUMMARY - 1);
        end = end < SUMMARY / 2 ? SUMMARY - 1 : end;
        end = Character.isHighSurrogate(summary.charAt(end - 1)) ? end - 1 : end;
        return summary.substring(0, end) + "…";
    }

    private static List<Kept> sentences(String text, Tags tags) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.forLanguageTag(tags.language()));
        sentences.setText(text);
        List<Kept> kept = new ArrayList<>();
        List<Evidence> evidence = Stream.of(tags.regions(), tags.themes())
                .flatMap(List::stream)
                .flatMap(tag -> tag.evidence().stream())
                .filter(e -> e.field().equals(TEXT_FIELD) && e.end() <= text.length())
                .sorted((a, b) -> Integer.compare(a.start(), b.start()))
                .toList();
        int at = 0;
        for (Evidence one : evidence) {
            if (!kept.isEmpty() && one.start() < kept.getLast().end()) {
                continue;
            }
            int start = sentences.isBoundary(one.start()) ? one.start() : sentences.preceding(one.start());
            int end = sentences.isBoundary(one.end()) ? one.end() : sentences.following(one.end());
            start = kept.isEmpty() ? start : Math.max(start, kept.getLast().end());
            end = start + text.substring(start, end).stripTrailing().length();
            int gap = kept.isEmpty() ? 0 : GAP.length();
            if (at + gap + end - start > SENTENCES) {
                break;
            }
            kept.add(new Kept(start, end, at + gap));
            at += gap + end - start;
        }
        return kept;
    }

    private static @Nullable String text(@Nullable String text, List<Kept> kept) {
        if (text == null || kept.isEmpty()) {
            return null;
        }
        return String.join(
                GAP, kept.stream().map(k -> text.substring(k.start(), k.end())).toList());
    }

    private static Stream<Evidence> moved(
            Evidence evidence, int summaryEnd, @Nullable String summary, List<Kept> kept) {
        return switch (evidence.field()) {
            case TITLE_FIELD -> Stream.of(evidence);
            case SUMMARY_FIELD ->
                // the last character of a summary that was cut is the ellipsis
                evidence.end() < summaryEnd || summary != null && summary.length() == summaryEnd
                        ? Stream.of(evidence)
                        : Stream.empty();
            default ->
                kept.stream()
                        .filter(k -> evidence.start() >= k.start() && evidence.end() <= k.end())
                        .map(k -> new Evidence(
                                evidence.field(),
                                evidence.start() - k.start() + k.at(),
                                evidence.end() - k.start() + k.at(),
                                evidence.text()));
        };
    }

    private static Tags tags(Tags tags, UnaryOperator<List<Evidence>> moved) {
        return new Tags(
                tags.language(),
                tags.languageConfidence(),
                tags.kind(),
                tags(tags.regions(), moved),
                tags.regionRollup(),
                tags(tags.themes(), moved),
                tags.coverage(),
                tags.storyKey(),
                tags.taxonomy());
    }

    private static List<Tag> tags(List<Tag> tags, UnaryOperator<List<Evidence>> moved) {
        return tags.stream()
                .map(t -> new Tag(
                        t.id(), t.label(), t.score(), t.primary(), t.rule(), t.source(), moved.apply(t.evidence())))
                .toList();
    }

    private static Item item(Item item, @Nullable String summary, @Nullable String text) {
        return new Item(
                item.id(),
                item.feedId(),
                item.revision(),
                item.revisions(),
                item.guid(),
                item.title(),
                item.link(),
                item.canonicalLink(),
                summary,
                null,
                text,
                item.truncated() || item.contentText() != null,
                item.authors(),
                List.of(),
                List.of(),
                item.declaredLanguage(),
                item.publishedAt(),
                item.updatedAt(),
                item.firstSeenAt(),
                item.fetchedAt(),
                item.sortDate(),
                item.feed(),
                item.contentHash(),
                item.backfill(),
                item.withdrawnAt());
    }
}
