// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 02 Nov 2026 09:30:05 +0100|2026-11-02T08:30:05Z",
                "Mon, 2 Nov 2026 9:30:05 GMT|2026-11-02T09:30:05Z",
                "02 Nov 26 09:30 EST|2026-11-02T14:30:00Z",
                "Monday, 02-Nov-26 09:30:05 UTC|2026-11-02T09:30:05Z",
                "Mon 02 Nov 2026 09:30:05 -0530|2026-11-02T15:00:05Z",
                "Mon, 02 Nov 2026 09:30:05 (a comment) CEST|2026-11-02T07:30:05Z",
                "  Mon,  02   Nov 2026   09:30:05   Z  |2026-11-02T09:30:05Z",
                "Mon, 02 Nov 2026 09:30:05 z|2026-11-02T09:30:05Z",
                "Mon, 02 Nov 2026 09:30:05 A|2026-11-02T09:30:05Z",
                "Mon, 02 November 2026 09:30:05 GMT+2|2026-11-02T07:30:05Z",
                "Mon, 02 Nov 2026|2026-11-02T00:00:00Z",
                "02 Nov 99 10:00:00 GMT|1999-11-02T10:00:00Z",
                "Nov 2, 2026 09:30|2026-11-02T09:30:00Z",
                "November 02 2026|2026-11-02T00:00:00Z",
                "2026-11-02T09:30:05Z|2026-11-02T09:30:05Z",
                "2026-11-02T09:30:05.12+01:00|2026-11-02T08:30:05.120Z",
                "2026-11-02t09:30:05z|2026-11-02T09:30:05Z",
                "2026-11-02 09:30:05 +0100|2026-11-02T08:30:05Z",
                "2026-11-02 09:30|2026-11-02T09:30:00Z",
                "2026-11-02|2026-11-02T00:00:00Z",
                "2026-11|2026-11-01T00:00:00Z",
                "20261102T093005Z|2026-11-02T09:30:05Z",
                "2026/11/02 09:30:05|2026-11-02T09:30:05Z",
                "2026-11-02T24:00:00Z|2026-11-03T00:00:00Z",
                "2016-12-31T23:59:60Z|2017-01-01T00:00:00Z",
            })
    void isReadInEveryFormThatPublishersUse(String text, Instant instant) {
        assertThat(Dates.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "Mon, 30 Feb 2026 10:00:00 GMT",
                "99 Nov 2026",
                "2026-13-01",
                "12345",
                "Mon, 02 Foo 2026",
                "2026-11-02T09:30:05+99:99"
            })
    void whatIsNoDateIsNull(String text) {
        assertThat(Dates.parse(text)).isNull();
    }
}
