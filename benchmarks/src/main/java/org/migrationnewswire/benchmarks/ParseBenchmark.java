// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Parsing against ROME alone on the same documents. */
final class ParseBenchmark implements Benchmark {
    @Override
    public String name() {
        return "parse";
    }

    @Override
    public Figures run() throws RunnerException {
        Map<String, Double> scores = new HashMap<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(ParseRun.class.getName())
                        .verbosity(VerboseMode.SILENT)
                        .jvmArgsAppend("-XX:+UseSerialGC", "-Xmx512m")
                        .build())
                .run()) {
            String what = result.getParams().getBenchmark().replaceAll(".*\\.", "");
            scores.put(
                    result.getParams().getParam("document") + " " + what,
                    result.getPrimaryResult().getScore());
        }
        return new Figures(
                "Documents of " + ParseRun.ENTRIES + " entries, one thread: bytes to entries with safe HTML and plain"
                        + " text. ROME alone leaves HTML as it is; the third column has jsoup clean each entry's HTML"
                        + " after ROME, which is the least that makes it safe.",
                List.of("document", "KiB", "documents/s", "MB/s", "ROME", "ratio", "ROME and jsoup", "ratio"),
                List.of("rss", "rss-with-html", "atom").stream()
                        .map(document -> row(document, scores))
                        .toList());
    }

    private static List<String> row(String document, Map<String, Double> scores) {
        double ours = scores.getOrDefault(document + " newswire", Double.NaN);
        double rome = scores.getOrDefault(document + " rome", Double.NaN);
        double cleaned = scores.getOrDefault(document + " romeAndJsoup", Double.NaN);
        int bytes = ParseRun.document(document).length;
        return List.of(
                document,
                format("%.0f", bytes / 1024.0),
                format("%.0f", ours),
                format("%.1f", ours * bytes / 1e6),
                format("%.0f", rome),
                format("%.2f", ours / rome),
                format("%.0f", cleaned),
                format("%.2f", ours / cleaned));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
