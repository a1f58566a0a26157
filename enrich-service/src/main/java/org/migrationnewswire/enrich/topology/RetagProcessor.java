// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Correction;
import org.migrationnewswire.contracts.EventType;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.RetagPart;
import org.migrationnewswire.contracts.RetagRequest;
import org.migrationnewswire.contracts.Steps;
import org.migrationnewswire.contracts.Tags;
import org.migrationnewswire.contracts.UnreadableValueException;

/** Tags items again, counts what differs, and gives out only those whose tags do. */
final class RetagProcessor extends ItemTask {
    static final String COUNTS = "retag-counts";
    static final String RETAGS = "retags";
    private static final int TELL_EVERY = 500;

    private @Nullable RetagCounts counts;

    RetagProcessor(Tagging tagging) {
        super(tagging);
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> initial) {
        super.init(initial);
        counts = new RetagCounts(initial.getStateStore(COUNTS));
    }

    @Override
    void handle(Record<byte[], byte[]> input) {
        Steps.reached("enrich.retag.received");
        String key = key(input);
        if (input.value() == null) {
            throw new UnreadableValueException("a request without a value", null);
        }
        RetagRequest request = Json.read(input.value(), RetagRequest.class);
        Item item = request.item();
        if (item == null) {
            tell(input, request.retagId(), true);
            opened(counts).forget(request.retagId());
            return;
        }
        if (!key.equals(item.id())) {
            throw new UnreadableValueException("the key is not the item's id", null);
        }
        Given before = given(item.id());
        if (before == null || !before.isCurrent(item)) {
            opened(counts).stale(request.retagId());
        } else {
            again(input, request, item, before);
        }
    }

    private void again(Record<byte[], byte[]> input, RetagRequest request, Item item, Given before) {
        String retag = request.retagId();
        Correction correction = correction(item.id());
        Tags rules = rules(item);
        Tags tags = corrected(rules, item, correction);
        List<String> disagreements = tagging().corrected().disagreements(rules, correction);
        boolean differs = !hash(tags).equals(before.tags());
        long seen = opened(counts).seen(retag, item.id(), before.ids(), Given.ids(tags), differs, disagreements);
        Steps.reached("enrich.retag.counted");
        if (differs && !request.dryRun()) {
            give(input, EventType.RETAGGED, item, tags, before.offset(), "/retag/" + retag);
        }
        if (seen % TELL_EVERY == 0) {
            tell(input, retag, false);
        }
    }

    private void tell(Record<byte[], byte[]> input, String retag, boolean done) {
        RetagPart part = new RetagPart(retag, partition(), done, opened(counts).outcome(retag));
        byte[] key = (retag + "/" + partition()).getBytes(UTF_8);
        context().forward(new Record<>(key, Json.write(part), input.timestamp()), RETAGS);
        Steps.reached("enrich.retag.told");
    }

    @Override
    void lost() {
        tagging().account().lost("retag-requests");
    }
}
