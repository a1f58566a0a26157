// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.migrationnewswire.contracts.Entry;
import org.migrationnewswire.contracts.FeedState;
import org.migrationnewswire.ingest.publish.Derivation.Derived;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outcomes of some polls of one partition, written together: items, entries, feed states, events. */
final class PollTransaction {
    private static final Logger LOG = LoggerFactory.getLogger(PollTransaction.class);

    private final Transaction transaction;
    private final List<Written> outcomes = new ArrayList<>();

    PollTransaction(Transaction transaction) {
        this.transaction = transaction;
    }

    private record Written(Outcome outcome, Polled polled, FeedState before, List<Entry> entries, int renamed) {
        List<Entry> derived() {
            return entries.subList(renamed, entries.size());
        }
    }

    void add(Outcome outcome, Polled polled) {
        Derived derived = outcome.derived();
        List<Entry> entries = new ArrayList<>();
        derived.renamed().forEach(entry -> entries.add(transaction.entry(entry)));
        derived.revised().forEach(revised -> entries.add(transaction.revised(revised)));
        outcome.events().forEach(transaction::event);
        if (outcome.mustWrite()) {
            transaction.state(outcome.state());
        }
        outcomes.add(new Written(
                outcome,
                polled,
                outcome.memory().state(),
                entries,
                derived.renamed().size()));
    }

    void commit(OwnedPartition.Commit commit) {
        transaction.commit(commit.offsets(), commit.group());
    }

    /** Lets memory, counters and hubs know what has been committed. */
    void remember(PollAccount account, Subscriber subscriber) {
        for (Written written : outcomes) {
            Outcome outcome = written.outcome();
            if (outcome.mustWrite()) {
                outcome.memory()
                        .committed(
                                outcome.state(),
                                written.entries().stream()
                                        .map(transaction::stored)
                                        .toList(),
                                written.polled().at());
            } else {
                outcome.memory().rescheduled(outcome.state());
            }
            count(written, account);
            tell(outcome);
            if (Pushes.isToBeAsked(written.before(), outcome.state())) {
                subscriber.ask(outcome.state());
            }
        }
    }

    private static void count(Written written, PollAccount account) {
        Derived derived = written.outcome().derived();
        List<Entry> entries = written.derived();
        int deadLettered = count(entries, e -> e.rejected() != null);
        int withdrawn = count(entries, e -> e.withdrawnAt() != null);
        int published = count(entries, e -> e.rejected() == null && e.withdrawnAt() == null && e.revision() == 1);
        account.entries(new PollAccount.Entries(
                derived.unchanged(),
                published,
                entries.size() - published - withdrawn - deadLettered,
                withdrawn,
                derived.held(),
                deadLettered));
        FeedState.Failure error = written.outcome().state().health().error();
        account.polled(error == null ? "ok" : error.category());
        written.outcome().events().forEach(event -> account.event(event.type()));
    }

    private static int count(List<Entry> entries, Predicate<Entry> which) {
        return (int) entries.stream().filter(which).count();
    }

    private static void tell(Outcome outcome) {
        FeedState state = outcome.state();
        FeedState.Failure error = state.health().error();
        String url = outcome.memory().feed().url();
        if (error != null) {
            LOG.warn(
                    "A feed could not be read url={} category={} reason={} nextTry={}",
                    url,
                    error.category(),
                    error.detail(),
                    state.timing().nextPollAt());
        } else if (!outcome.derived().revised().isEmpty()) {
            LOG.info(
                    "A feed brought news url={} revisions={}",
                    url,
                    outcome.derived().revised().size());
        }
    }
}
