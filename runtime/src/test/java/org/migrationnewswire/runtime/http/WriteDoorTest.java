// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.runtime.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriteDoorTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final InetAddress ELSEWHERE = address(203, 0, 113, 7);

    private final WriteDoor keyless = new WriteDoor(List.of(), Optional.empty());
    private final WriteDoor withKey = new WriteDoor(List.of("wire.example"), Optional.of("k3y"));

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "::1"})
    void aWriteFromLoopbackToLoopbackNeedsNoKey(String host) {
        assertThatCode(() -> keyless.check(new Visit("POST", "/feeds", "http", host, 8080, null, null, LOOPBACK)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "", "localhost.evil.example", "127.0.0.2.evil.example"})
    void aForeignHostIsRefusedEvenForAReadFromLoopback(String host) {
        assertThatThrownBy(() -> keyless.check(new Visit("GET", "/feeds", "http", host, 8080, null, null, LOOPBACK)))
                .hasMessageContaining("'" + host + "'")
                .hasMessageContaining("newswire.http.allowed-hosts");
    }

    @Test
    void anAllowedHostMayBeReadWithoutAKey() {
        assertThatCode(() ->
                        withKey.check(new Visit("GET", "/feeds", "https", "Wire.Example", 443, null, null, ELSEWHERE)))
                .doesNotThrowAnyException();
    }

    @Test
    void aWriteFromElsewhereNeedsTheKey() {
        assertThatThrownBy(() -> withKey.check(fromElsewhere(null))).hasMessageContaining("Bearer KEY");
        assertThatThrownBy(() -> withKey.check(fromElsewhere("Bearer wrong"))).hasMessageContaining("Bearer KEY");
        assertThatThrownBy(() -> withKey.check(fromElsewhere("Basic k3y"))).hasMessageContaining("Bearer KEY");
        assertThatCode(() -> withKey.check(fromElsewhere("bearer k3y"))).doesNotThrowAnyException();
    }

    @Test
    void withoutAKeySetNobodyElsewhereMayWrite() {
        WriteDoor hostOnly = new WriteDoor(List.of("wire.example"), Optional.of("  "));

        assertThatThrownBy(() -> hostOnly.check(fromElsewhere("Bearer   ")))
                .hasMessageContaining("newswire.http.write-key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://evil.example", "null", "https://localhost:8080", "http://localhost:9999", "http:", "%"})
    void aPageOfAnotherOriginMayNotWriteFromLoopback(String origin) {
        assertThatThrownBy(() ->
                        keyless.check(new Visit("POST", "/feeds", "http", "localhost", 8080, origin, null, LOOPBACK)))
                .hasMessageContaining("may not write");
    }

    @Test
    void ourOwnPageMayWrite() {
        assertThatCode(() -> keyless.check(new Visit(
                        "DELETE", "/feeds", "http", "localhost", 8080, "http://localhost:8080", null, LOOPBACK)))
                .doesNotThrowAnyException();
        assertThatCode(() -> keyless.check(
                        new Visit("POST", "/feeds", "http", "::1", 8080, "http://[::1]:8080", null, LOOPBACK)))
                .doesNotThrowAnyException();
    }

    private static Visit fromElsewhere(String authorization) {
        return new Visit("POST", "/feeds", "https", "wire.example", -1, null, authorization, ELSEWHERE);
    }

    private static InetAddress address(int a, int b, int c, int d) {
        try {
            return InetAddress.getByAddress(new byte[] {(byte) a, (byte) b, (byte) c, (byte) d});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatProvesItselfByASignatureNeedsNoKeyButAHostOfOurs() {
        assertThatCode(() -> withKey.check(
                        new Visit("POST", "/websub/f", "https", "wire.example", 443, null, null, ELSEWHERE)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> withKey.check(
                        new Visit("POST", "/websub/f", "https", "evil.example", 443, null, null, ELSEWHERE)))
                .isInstanceOf(ProblemException.class);
    }
}
