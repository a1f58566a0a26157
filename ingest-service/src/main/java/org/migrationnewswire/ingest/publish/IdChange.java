// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Entry;

/**
 * What to make of a document most of whose keys were never seen before. A publisher who moves to another system gives
 * every old entry a new guid, and a reader who believes that floods everybody. Entries whose canonical link belongs to
 * a remembered entry that the document no longer has are that entry. Where links have changed as well, but most titles
 * are those of remembered entries, nothing is believed: the new keys are held until a person decides.
 *
 * @param same remembered entries by the key hash that is now theirs
 * @param held key hashes that are neither published nor remembered
 */
record IdChange(Map<String, Entry> same, Set<String> held) {
    private static final int FEWEST = 3;

    /** No key has changed. */
    static final IdChange NONE = new IdChange(Map.of(), Set.of());

    /**
     * An entry of the document.
     *
     * @param keyHash hash of its key
     * @param linkHash hash of its canonical link; null when it has none
     * @param title plain text
     */
    record Candidate(String keyHash, @Nullable String linkHash, String title) {}

    static IdChange of(FeedMemory memory, List<Candidate> document, Ask ask) {
        List<Candidate> fresh =
                document.stream().filter(c -> !memory.knows(c.keyHash())).toList();
        if (!memory.state().polled()
                || ask == Ask.NEW_ENTRIES
                || ask == Ask.PUSHED
                || fresh.size() < FEWEST
                || fresh.size() * 2 <= document.size()) {
            return NONE;
        }
        Set<String> present = document.stream().map(Candidate::keyHash).collect(Collectors.toSet());
        Collection<Entry> absent = memory.absent(present);
        Map<String, Entry> byLink = matches(fresh, Candidate::linkHash, absent, Entry::linkHash);
        if (byLink.size() * 2 >= fresh.size()) {
            return new IdChange(byLink, Set.of());
        }
        Map<String, Entry> byTitle = matches(fresh, c -> empty(c.title()), absent, IdChange::title);
        if (byTitle.size() * 2 < fresh.size()) {
            return NONE;
        }
        if (ask == Ask.SAME_ENTRIES) {
            return new IdChange(byTitle, Set.of());
        }
        return new IdChange(Map.of(), fresh.stream().map(Candidate::keyHash).collect(Collectors.toSet()));
    }

    /** Pairs of a new key and a remembered entry that share what stands once on either side. */
    private static Map<String, Entry> matches(
            List<Candidate> fresh,
            Function<Candidate, @Nullable String> ofCandidate,
            Collection<Entry> absent,
            Function<Entry, @Nullable String> ofEntry) {
        Map<String, Entry> known = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (Entry entry : absent) {
            String value = ofEntry.apply(entry);
            if (value != null && known.put(value, entry) != null) {
                ambiguous.add(value);
            }
        }
        Set<String> seen = new HashSet<>();
        for (Candidate candidate : fresh) {
            String value = ofCandidate.apply(candidate);
            if (value != null && !seen.add(value)) {
                ambiguous.add(value);
            }
        }
        Map<String, Entry> same = new HashMap<>();
        for (Candidate candidate : fresh) {
            String value = ofCandidate.apply(candidate);
            Entry entry = value == null || ambiguous.contains(value) ? null : known.get(value);
            if (entry != null) {
                same.put(candidate.keyHash(), entry);
            }
        }
        return same;
    }

    private static @Nullable String title(Entry entry) {
        return entry.revisions().isEmpty()
                ? null
                : empty(entry.revisions().getLast().title());
    }

    private static @Nullable String empty(String text) {
        return text.isEmpty() ? null : text;
    }
}
