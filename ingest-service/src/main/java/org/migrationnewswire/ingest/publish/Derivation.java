// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Entry;
import org.migrationnewswire.contracts.EventType;
import org.migrationnewswire.contracts.Ids;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.ingest.identity.CanonicalLink;
import org.migrationnewswire.ingest.identity.ContentHash;
import org.migrationnewswire.ingest.identity.EntryKeys;
import org.migrationnewswire.ingest.parse.ParsedEntry;
import org.migrationnewswire.ingest.parse.ParsedFeed;

/** What is new in a document, given what is remembered of its feed. A pure function: the same again after a crash. */
final class Derivation {
    private static final Duration BACKFILL_AGE = Duration.ofDays(7);

    private final FeedMemory memory;
    private final ParsedFeed document;
    private final Instant fetchedAt;
    private final Item.Source source;
    private final Ask ask;
    private final List<Revised> revised = new ArrayList<>();
    private final List<Entry> renamed = new ArrayList<>();
    private int unchanged;
    private int held;

    private Derivation(FeedMemory memory, ParsedFeed document, Instant fetchedAt, Ask ask) {
        this.ask = ask;
        this.memory = memory;
        this.document = document;
        this.fetchedAt = fetchedAt;
        this.source = source(memory, document);
    }

    /**
     * An entry that is new, changed or taken back.
     *
     * @param item its item as it now is
     * @param entry what is to be remembered of it
     */
    record Revised(Item item, Entry entry) {}

    /**
     * What a document brought.
     *
     * @param revised entries that are new, changed or taken back
     * @param renamed entries that are to be remembered under another key, and are else as they were
     * @param unchanged entries that are as they were, or stand twice, the renamed ones among them
     * @param held entries that a person must first say something of, see {@link IdChange}
     */
    record Derived(List<Revised> revised, List<Entry> renamed, int unchanged, int held) {
        /** Of a poll that brought no document. */
        static final Derived NOTHING = new Derived(List.of(), List.of(), 0, 0);

        /** How many items are of that type. */
        int count(EventType type) {
            return (int) revised.stream()
                    .filter(one -> EventType.of(one.item()) == type)
                    .count();
        }
    }

    static Derived derive(FeedMemory memory, ParsedFeed document, Instant fetchedAt, Ask ask) {
        Derivation derivation = new Derivation(memory, document, fetchedAt, ask);
        derivation.run();
        derivation.withdraw();
        return new Derived(
                List.copyOf(derivation.revised),
                List.copyOf(derivation.renamed),
                derivation.unchanged,
                derivation.held);
    }

    /** The oldest come first in the log: feeds give the newest first. */
    private void run() {
        List<ParsedEntry> entries = document.entries();
        List<String> keys = EntryKeys.of(entries);
        List<IdChange.Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            ParsedEntry entry = entries.get(i);
            candidates.add(new IdChange.Candidate(Ids.hash(keys.get(i)), linkHash(entry), entry.title()));
        }
        IdChange change = IdChange.of(memory, candidates, ask);
        Set<String> seen = new HashSet<>();
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (seen.add(candidates.get(i).keyHash())) {
                take(entries.get(i), keys.get(i), candidates.get(i), change);
            } else {
                unchanged++;
            }
        }
    }

    private void take(ParsedEntry entry, String key, IdChange.Candidate candidate, IdChange change) {
        String keyHash = candidate.keyHash();
        String contentHash = ContentHash.of(entry);
        if (memory.isSettled(keyHash, contentHash)) {
            unchanged++; // what was taken back stays so, whatever the document says later
            return;
        }
        Entry known = memory.entry(keyHash);
        Entry former = known == null ? change.same().get(keyHash) : known;
        if (change.held().contains(keyHash)) {
            held++;
        } else if (former != null && (former.contentHash().equals(contentHash) || former.withdrawnAt() != null)) {
            unchanged++;
            renamed.add(former.renamed(keyHash));
        } else {
            revised.add(revise(entry, key, candidate, contentHash, former));
        }
    }

    private static @Nullable String linkHash(ParsedEntry entry) {
        return entry.link() == null ? null : Ids.hash(CanonicalLink.of(entry.link()));
    }

    private void withdraw() {
        for (String guid : document.withdrawn()) {
            Entry known = memory.entry(Ids.hash(guid));
            if (known == null || known.withdrawnAt() != null || known.itemId() == null) {
                unchanged++;
            } else {
                revised.add(Withdrawal.of(known, known.itemId(), source, fetchedAt));
            }
        }
    }

    private Revised revise(
            ParsedEntry entry, String key, IdChange.Candidate candidate, String contentHash, @Nullable Entry known) {
        Instant firstSeen = known == null ? fetchedAt : known.firstSeenAt();
        boolean backfill = known == null ? isBackfill(entry) : known.backfill();
        int revision = known == null ? 1 : known.revision() + 1;
        List<Item.Revision> revisions =
                revisions(known, new Item.Revision(revision, fetchedAt, entry.title(), contentHash));
        String id =
                known == null || known.itemId() == null ? Ids.item(memory.feed().id(), key) : known.itemId();
        Item item = item(entry, id, revision, revisions, firstSeen, backfill, contentHash);
        return new Revised(
                item,
                new Entry(
                        memory.feed().id(),
                        candidate.keyHash(),
                        candidate.linkHash(),
                        contentHash,
                        revision,
                        item.id(),
                        firstSeen,
                        item.sortDate(),
                        backfill,
                        revisions,
                        null,
                        null));
    }

    private boolean isBackfill(ParsedEntry entry) {
        return !memory.state().polled()
                || (entry.publishedAt() != null && entry.publishedAt().isBefore(fetchedAt.minus(BACKFILL_AGE)));
    }

    private static List<Item.Revision> revisions(@Nullable Entry known, Item.Revision latest) {
        List<Item.Revision> all = new ArrayList<>(known == null ? List.of() : known.revisions());
        all.add(latest);
        return all.subList(Math.max(0, all.size() - Item.MAX_REVISIONS), all.size());
    }

    private Item item(
            ParsedEntry entry,
            String id,
            int revision,
            List<Item.Revision> revisions,
            Instant firstSeen,
            boolean backfill,
            String contentHash) {
        Capped html = Capped.of(entry.contentHtml());
        Capped text = Capped.of(entry.contentText());
        return new Item(
                id,
                memory.feed().id(),
                revision,
                revisions,
                entry.guid(),
                entry.title(),
                entry.link(),
                entry.link() == null ? null : CanonicalLink.of(entry.link()),
                entry.summary(),
                html.text(),
                text.text(),
                html.cut() || text.cut(),
                entry.authors(),
                entry.categories(),
                entry.enclosures(),
                entry.declaredLanguage() == null ? document.language() : entry.declaredLanguage(),
                entry.publishedAt(),
                entry.updatedAt(),
                firstSeen,
                fetchedAt,
                Item.sortDate(entry.publishedAt(), firstSeen),
                source,
                contentHash,
                backfill,
                null);
    }

    private static Item.Source source(FeedMemory memory, ParsedFeed document) {
        String own = memory.feed().title();
        String given = document.title() == null ? memory.feed().url() : document.title();
        return new Item.Source(own == null ? given : own, document.link());
    }
}
