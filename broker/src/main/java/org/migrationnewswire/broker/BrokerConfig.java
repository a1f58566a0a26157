// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What an embedded broker is started with.
 *
 * @param folder where its log is kept; made when it is not there
 * @param port on loopback for clients; 0 for any free one
 * @param controllerPort on loopback for itself; 0 for any free one
 * @param overrides settings over its own, by Kafka's names
 */
public record BrokerConfig(Path folder, int port, int controllerPort, Map<String, String> overrides) {
    static final String NODE_ID = "1";

    private static final long TEN_YEARS_MINUTES = 10L * 365 * 24 * 60;

    public BrokerConfig {
        overrides = Map.copyOf(overrides);
    }

    /** A broker in that folder on any free ports. */
    public static BrokerConfig in(Path folder) {
        return new BrokerConfig(folder, 0, 0, Map.of());
    }

    Map<String, String> properties(int clientPort, int ownPort) {
        Map<String, String> p = new HashMap<>();
        listeners(p, clientPort, ownPort);
        oneNode(p);
        quickRecovery(p);
        smallMemory(p);
        p.put("log.dirs", folder.toString());
        p.put("auto.create.topics.enable", "false");
        p.put("offsets.retention.minutes", Long.toString(TEN_YEARS_MINUTES));
        p.put("log.flush.scheduler.interval.ms", "500");
        p.put("log.flush.interval.ms", "1000");
        p.putAll(overrides);
        return p;
    }

    private static void listeners(Map<String, String> p, int clientPort, int ownPort) {
        p.put("process.roles", "broker,controller");
        p.put("node.id", NODE_ID);
        p.put("listeners", "CLIENTS://127.0.0.1:" + clientPort + ",CONTROLLER://127.0.0.1:" + ownPort);
        p.put("advertised.listeners", "CLIENTS://127.0.0.1:" + clientPort);
        p.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.put("inter.broker.listener.name", "CLIENTS");
        p.put("controller.listener.names", "CONTROLLER");
        p.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + ownPort);
    }

    private static void oneNode(Map<String, String> p) {
        p.put("offsets.topic.replication.factor", "1");
        p.put("transaction.state.log.replication.factor", "1");
        p.put("transaction.state.log.min.isr", "1");
        p.put("share.coordinator.state.topic.replication.factor", "1");
        p.put("share.coordinator.state.topic.min.isr", "1");
        p.put("offsets.topic.num.partitions", "4");
        p.put("transaction.state.log.num.partitions", "4");
        p.put("share.coordinator.state.topic.num.partitions", "1");
        p.put("default.replication.factor", "1");
    }

    /** With Kafka's defaults a restart after kill -9 waits 9 s for the broker itself and 45 s for group members. */
    private static void quickRecovery(Map<String, String> p) {
        p.put("broker.session.timeout.ms", "1500");
        p.put("broker.heartbeat.interval.ms", "300");
        p.put("group.initial.rebalance.delay.ms", "0");
        p.put("group.streams.initial.rebalance.delay.ms", "0");
        p.put("group.min.session.timeout.ms", "1000");
        for (String kind : new String[] {"consumer", "streams"}) {
            p.put("group." + kind + ".min.session.timeout.ms", "1000");
            p.put("group." + kind + ".session.timeout.ms", "3000");
            p.put("group." + kind + ".min.heartbeat.interval.ms", "500");
            p.put("group." + kind + ".heartbeat.interval.ms", "1000");
        }
        p.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    }

    private static void smallMemory(Map<String, String> p) {
        p.put("log.cleaner.dedupe.buffer.size", "8388608");
        p.put("log.cleaner.threads", "1");
        p.put("num.network.threads", "2");
        p.put("num.io.threads", "4");
        p.put("num.replica.fetchers", "1");
        p.put("background.threads", "2");
        p.put("log.index.size.max.bytes", "1048576");
    }
}
