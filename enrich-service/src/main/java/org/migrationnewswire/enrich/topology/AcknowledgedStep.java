// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.topology;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Steps;
import org.migrationnewswire.contracts.Topic;

/** Names the step between the broker's acknowledgement and the commit, for the crash tests. */
public final class AcknowledgedStep implements ProducerInterceptor<byte[], byte[]> {
    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
        return record;
    }

    @Override
    public void onAcknowledgement(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
        if (metadata != null && exception == null && metadata.topic().equals(Topic.TAGGED_ITEMS.topicName())) {
            Steps.reached("enrich.output.acknowledged");
        }
    }

    @Override
    public void configure(Map<String, ?> configs) {}

    @Override
    public void close() {}
}
