// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Feeds as a command line gives them: addresses, files, and OPML lists of feeds. */
public final class FeedArguments {
    private static final int HEAD_BYTES = 2_048;

    private FeedArguments() {}

    /** What the arguments mean. */
    public sealed interface Resolution {}

    /**
     * They are feeds.
     *
     * @param sources the feeds, in order
     * @param warnings sentences about outlines that were passed over
     */
    public record Feeds(List<FeedSource> sources, List<String> warnings) implements Resolution {}

    /**
     * One of them is none.
     *
     * @param sentence names it and says what to do
     */
    public record Wrong(String sentence) implements Resolution {}

    /** Resolves the arguments, reading OPML files but fetching nothing. */
    public static Resolution resolve(List<String> arguments) {
        List<FeedSource> sources = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        try {
            for (String argument : arguments) {
                resolve(argument.strip(), sources, warnings);
            }
        } catch (WrongArgument e) {
            return new Wrong(String.valueOf(e.getMessage()));
        }
        return new Feeds(List.copyOf(sources), List.copyOf(warnings));
    }

    /** The feeds of an OPML list. */
    public static Resolution list(InputStream opml, String name) {
        try {
            Opml.Outlines outlines = Opml.read(opml, name);
            return new Feeds(outlines.feeds(), outlines.warnings());
        } catch (WrongArgument e) {
            return new Wrong(String.valueOf(e.getMessage()));
        }
    }

    private static void resolve(String argument, List<FeedSource> sources, List<String> warnings) throws WrongArgument {
        if (argument.regionMatches(true, 0, "http:", 0, 5) || argument.regionMatches(true, 0, "https:", 0, 6)) {
            checkAddress(argument);
            sources.add(new FeedSource(argument, null, List.of()));
            return;
        }
        Path file = file(argument);
        if (isOpml(file)) {
            Opml.Outlines outlines = Opml.read(file);
            sources.addAll(outlines.feeds());
            warnings.addAll(outlines.warnings());
        } else {
            sources.add(new FeedSource(file.toUri().toString(), null, List.of()));
        }
    }

    private static void checkAddress(String argument) throws WrongArgument {
        try {
            if (URI.create(argument).getHost() == null) {
                throw new WrongArgument("'" + argument + "' is no address of a feed: it has no host.");
            }
        } catch (IllegalArgumentException e) {
            throw new WrongArgument("'" + argument + "' is no address of a feed: " + e.getMessage() + ".");
        }
    }

    private static Path file(String argument) throws WrongArgument {
        try {
            Path file = argument.startsWith("file:") ? Path.of(URI.create(argument)) : Path.of(argument);
            Path absolute = file.toAbsolutePath().normalize();
            if (!Files.isRegularFile(absolute)) {
                throw new WrongArgument("There is no file " + absolute
                        + ": a feed is an address (https://…), a file, or an OPML list of feeds.");
            }
            if (!Files.isReadable(absolute)) {
                throw new WrongArgument(
                        "The file " + absolute + " may not be read: give its owner's leave to read it.");
            }
            return absolute;
        } catch (IllegalArgumentException e) {
            throw new WrongArgument("'" + argument + "' is neither an address nor a file: " + e.getMessage() + ".");
        }
    }

    private static boolean isOpml(Path file) throws WrongArgument {
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".opml")) {
            return true;
        }
        try (var in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
            return head.contains("<opml");
        } catch (IOException e) {
            throw new WrongArgument("The file " + file + " can't be read: " + e.getMessage() + ".");
        }
    }
}
