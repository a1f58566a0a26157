// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationnewswire.ingest.registry.FeedArguments.Feeds;
import org.migrationnewswire.ingest.registry.FeedArguments.Wrong;

class FeedArgumentsTest {
    @TempDir
    Path folder;

    @Test
    void addressesAndFilesAreFeeds() throws IOException {
        Path file = Files.writeString(folder.resolve("a b.xml"), "<rss/>");

        Feeds feeds = (Feeds) FeedArguments.resolve(
                List.of("https://x.example/f", file.toString(), file.toUri().toString()));

        assertThat(feeds.sources())
                .extracting(FeedSource::url)
                .containsExactly(
                        "https://x.example/f",
                        file.toUri().toString(),
                        file.toUri().toString());
    }

    @Test
    void foldersOfAListBecomeLabelsAndABadOutlineIsPassedOver() throws IOException {
        Path list = Files.writeString(folder.resolve("feeds.txt"), """
                <opml version="2.0"><head><title>L</title></head><body>
                <outline text="Europe"><outline text="South">
                  <outline text="A" type="rss" xmlUrl="https://a.example/f"/>
                  <outline text="Bad" xmlUrl="nowhere"/>
                </outline></outline>
                <outline title="B" text="b" XMLURL="https://b.example/f"/>
                </body></opml>
                """);

        Feeds feeds = (Feeds) FeedArguments.resolve(List.of(list.toString()));

        assertThat(feeds.sources())
                .containsExactly(
                        new FeedSource("https://a.example/f", "A", List.of("Europe", "South")),
                        new FeedSource("https://b.example/f", "B", List.of()));
        assertThat(feeds.warnings()).singleElement().asString().contains("line 4", "'nowhere'");
    }

    @Test
    void aBrokenListIsNamedWithItsLine() throws IOException {
        Path list = Files.writeString(folder.resolve("l.opml"), "<opml>\n<body>\n<outline text='x'\n");

        assertThat(FeedArguments.resolve(List.of(list.toString())))
                .isInstanceOfSatisfying(
                        Wrong.class, w -> assertThat(w.sentence()).contains(list.toString(), "line"));
    }

    @Test
    void aListWithoutFeedsIsNamed() throws IOException {
        Path list = Files.writeString(folder.resolve("l.opml"), "<opml><body/></opml>");

        assertThat(FeedArguments.resolve(List.of(list.toString())))
                .isInstanceOfSatisfying(
                        Wrong.class, w -> assertThat(w.sentence()).contains("xmlUrl"));
    }

    @Test
    void anEntityOfAListIsNotFetched() throws IOException {
        Path list = Files.writeString(
                folder.resolve("l.opml"),
                "<!DOCTYPE opml [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><opml><body><outline text=\"&e;\" xmlUrl=\"https://a.example/f\"/></body></opml>");

        assertThat(FeedArguments.resolve(List.of(list.toString())).toString()).doesNotContain(hostname());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "https:///path", "/no/such/file.xml", "file:///no/such", "gopher://x", "\0"})
    void whatIsNoFeedIsNamed(String argument) {
        assertThat(FeedArguments.resolve(List.of(argument)))
                .isInstanceOfSatisfying(
                        Wrong.class, w -> assertThat(w.sentence()).isNotBlank());
    }

    private static String hostname() throws IOException {
        return Files.readString(Path.of("/etc/hostname")).strip();
    }
}
