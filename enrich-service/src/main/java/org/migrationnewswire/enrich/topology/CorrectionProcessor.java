// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.topology;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Correction;
import org.migrationnewswire.contracts.EventType;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.contracts.Steps;
import org.migrationnewswire.contracts.Tags;
import org.migrationnewswire.contracts.UnreadableValueException;

/**
 * Keeps what persons say of an item's tags, and gives the item out again at once where that makes a difference. An item
 * that is not there yet gets it when it comes.
 */
final class CorrectionProcessor extends ItemTask {
    private @Nullable ItemLog log;

    CorrectionProcessor(Tagging tagging) {
        super(tagging);
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> initial) {
        super.init(initial);
        log = tagging().log().get();
    }

    @Override
    public void close() {
        opened(log).close();
    }

    @Override
    void handle(Record<byte[], byte[]> input) {
        Steps.reached("enrich.correction.received");
        String id = key(input);
        Correction correction = input.value() == null ? null : Json.read(input.value(), Correction.class);
        if (correction != null && !correction.itemId().equals(id)) {
            throw new UnreadableValueException("the key is not the item's id", null);
        }
        remember(id, correction);
        Given before = given(id);
        Item item = before == null || before.withdrawn() ? null : opened(log).at(partition(), before.offset(), id);
        if (before == null || item == null || !before.isCurrent(item)) {
            return; // a newer revision is on its way, and will find the correction
        }
        Tags tags = corrected(rules(item), item, correction);
        if (!hash(tags).equals(before.tags())) {
            give(input, EventType.RETAGGED, item, tags, before.offset(), "/correction/" + offset());
        }
        Steps.reached("enrich.correction.applied");
    }

    @Override
    void lost() {
        tagging().account().lost("corrections");
    }
}
