// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {
    private final Networks publicOnly = new Networks(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "::1",
                "fe80::1",
                "fd00::1",
                "::",
                "::ffff:10.0.0.1"
            })
    void aPrivateAddressIsNotDialled(String address) throws UnknownHostException {
        assertThat(publicOnly.allow(InetAddress.getByName(address))).isFalse();
        assertThat(Networks.ALL.allow(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "100.128.0.1", "172.32.0.1", "2606:4700::1111"})
    void aPublicAddressIsDialled(String address) throws UnknownHostException {
        assertThat(publicOnly.allow(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void anAllowedNetworkIsOpenAndNoOther() throws UnknownHostException {
        Networks networks = new Networks(List.of("127.0.0.0/8", "10.20.0.0/20"));

        assertThat(networks.allow(InetAddress.getByName("127.9.9.9"))).isTrue();
        assertThat(networks.allow(InetAddress.getByName("10.20.15.255"))).isTrue();
        assertThat(networks.allow(InetAddress.getByName("10.20.16.0"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost/8", "10.0.0.0/33", "10.0.0.0/x", ""})
    void whatIsNoNetworkIsNamed(String text) {
        assertThatThrownBy(() -> new Networks(List.of(text))).hasMessageContaining("'" + text + "'");
    }
}
