// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SseParserTest {
    private final SseParser parser = new SseParser();

    @Test
    void anEventIsPutTogetherFromItsLines() {
        assertThat(events("event:published", "data: one", "data:two", "", ": a comment", "data", ""))
                .containsExactly(new SseParser.Event("published", "one\ntwo"), new SseParser.Event("", ""));
    }

    @Test
    void anIdWithoutDataIsRememberedAndIsNoEvent() {
        assertThat(events(":newswire", "id:1.a.2", "retry:2000", "")).isEmpty();
        assertThat(parser.lastId()).isEqualTo("1.a.2");
        assertThat(parser.retryMs()).isEqualTo(2_000);
    }

    @Test
    void anEmptyIdForgetsTheOneBefore() {
        assertThat(events("id:1.a.2", "data:x", "", "event:reset", "id:", "data:{}", ""))
                .hasSize(2);
        assertThat(parser.lastId()).isEmpty();
    }

    @Test
    void whatIsUnknownOrNoNumberIsPassedOver() {
        assertThat(events("colour:red", "retry:soon", "data:x", "")).hasSize(1);
        assertThat(parser.retryMs()).isNull();
    }

    private List<SseParser.Event> events(String... lines) {
        List<SseParser.Event> events = new ArrayList<>();
        for (String line : lines) {
            parser.line(line).ifPresent(events::add);
        }
        return events;
    }
}
