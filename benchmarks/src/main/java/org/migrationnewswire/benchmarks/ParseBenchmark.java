// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.benchmarks;

import java.util.ArrayList;
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
        Map<String, Map<String, Double>> scores = new HashMap<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(ParseRun.class.getName())
                        .verbosity(VerboseMode.SILENT)
                        .jvmArgsAppend("-XX:+UseSerialGC", "-Xmx512m")
                        .build())
                .run()) {
            String document = result.getParams().getParam("document");
            String what = result.getParams().getBenchmark().replaceAll(".*\\.", "");
            scores.computeIfAbsent(document, d -> new HashMap<>())
                    .put(what, result.getPrimaryResult().getScore());
        }
        List<List<String>> rows = new ArrayList<>();
        for (String document : List.of("rss", "rss-with-html", "atom")) {
            double ours = scores.get(document).get("newswire");
            double rome = scores.get(document).get("rome");
            int bytes = ParseRun.document(document).length;
            rows.add(List.of(
                    document,
                    format("%.0f", bytes / 1024.0),
                    format("%.0f", ours),
                    format("%.1f", ours * bytes / 1e6),
                    format("%.0f", rome),
                    format("%.2f", ours / rome)));
        }
        return new Figures(
                "Documents of " + ParseRun.ENTRIES + " entries, one thread: bytes to entries with clean HTML and plain"
                        + " text, against ROME alone, which does neither.",
                List.of("document", "KiB", "documents/s", "MB/s", "ROME alone, documents/s", "ratio"),
                rows);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
