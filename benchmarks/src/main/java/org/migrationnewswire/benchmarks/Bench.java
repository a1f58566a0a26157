// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The command {@code ./newswire bench}: runs benchmarks, prints their tables, and puts them into a document. */
public final class Bench {
    private static final int WRONG = 2;
    private static final List<Benchmark> ALL = List.of(new ParseBenchmark(), new PollsBenchmark());

    private Bench() {}

    /**
     * Runs the benchmarks named, all when none is.
     *
     * @param args names of benchmarks; {@code --write FILE} puts each table between its marks in that document
     */
    public static void main(String[] args) throws Exception {
        List<Benchmark> wanted = new ArrayList<>();
        Path document = null;
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--write") && i + 1 < args.length) {
                document = Path.of(args[++i]);
            } else {
                wanted.add(named(args[i]));
            }
        }
        for (Benchmark benchmark : wanted.isEmpty() ? ALL : wanted) {
            String table = benchmark.run().markdown();
            System.out.printf("## %s%n%n%s%n", benchmark.name(), table);
            if (document != null) {
                write(document, benchmark.name(), table);
            }
        }
        System.exit(0); // whatever threads a benchmark has left
    }

    private static Benchmark named(String name) {
        for (Benchmark benchmark : ALL) {
            if (benchmark.name().equals(name)) {
                return benchmark;
            }
        }
        System.err.printf(
                "newswire: '%s' is no benchmark: %s%n",
                name, ALL.stream().map(Benchmark::name).collect(Collectors.joining(", ")));
        System.exit(WRONG);
        throw new IllegalStateException("unreachable");
    }

    private static void write(Path document, String name, String table) throws IOException {
        String text = Files.readString(document);
        Pattern section =
                Pattern.compile("(<!-- bench " + Pattern.quote(name) + " -->\n).*?(<!-- end -->)", Pattern.DOTALL);
        Matcher matcher = section.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException(document + " has no place for '" + name + "'");
        }
        Files.writeString(document, matcher.replaceFirst("$1" + Matcher.quoteReplacement(table) + "$2"));
    }
}
