// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Json;
import org.migrationnewswire.enrich.tag.Tagger;
import org.migrationnewswire.enrich.taxonomy.TaxonomyException;
import org.migrationnewswire.enrich.taxonomy.TaxonomyFiles;

/** Measures the tagger against a file of labelled lines. */
public final class EvalCommand {
    private static final int WRONG_INPUT = 2;

    private @Nullable Path file;
    private int errors;
    private boolean json;

    private EvalCommand() {}

    /** Ends the process with 0 when the file was measured, with 2 when arguments or file are wrong. */
    public static void main(String... arguments) {
        System.exit(
                run(new PrintStream(System.out, false, UTF_8), new PrintStream(System.err, true, UTF_8), arguments));
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        try {
            EvalCommand command = new EvalCommand();
            command.read(arguments);
            command.print(out, command.evaluate());
            out.flush();
            return 0;
        } catch (IllegalArgumentException | TaxonomyException e) {
            err.println("newswire: " + e.getMessage());
            return WRONG_INPUT;
        }
    }

    private void read(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--json" -> json = true;
                case "--errors" -> errors = number(++i < arguments.length ? arguments[i] : "");
                default -> takeFile(arguments[i]);
            }
        }
        if (file == null) {
            throw new IllegalArgumentException(
                    "'eval' wants a file of labelled lines: './newswire eval --help' says more");
        }
    }

    private void takeFile(String argument) {
        if (file != null || argument.startsWith("-")) {
            throw new IllegalArgumentException(
                    "'eval' takes no '" + argument + "'. './newswire eval --help' says more.");
        }
        file = Path.of(argument);
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,6}")) {
            throw new IllegalArgumentException("--errors wants a number, such as 20");
        }
        return Integer.parseInt(text);
    }

    private Evaluation evaluate() {
        Path path = Objects.requireNonNull(file);
        Evaluation evaluation = new Evaluation(new Tagger(TaxonomyFiles.own()));
        int number = 0;
        try (BufferedReader in = Files.newBufferedReader(path, UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    evaluation.add(Labelled.read(line));
                }
            }
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(path + ": there is no such file", e);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(path + ":" + (number + 1) + ": the line is not UTF-8", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(path + ": the file can't be read", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path + ":" + number + ": " + e.getMessage(), e);
        }
        return evaluation;
    }

    private void print(PrintStream out, Evaluation evaluation) {
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("countries", maps(evaluation.countries()));
            all.put("themes", maps(evaluation.themes()));
            evaluation.others().forEach((what, counts) -> all.put(what, counts.asMap()));
            out.println(new String(Json.write(all), UTF_8));
            return;
        }
        table(out, "countries", evaluation.countries());
        table(out, "themes", evaluation.themes());
        table(out, "one answer", evaluation.others());
        evaluation.errors().stream().limit(errors).forEach(out::println);
    }

    private static Map<String, Object> maps(Map<String, Counts> counts) {
        Map<String, Object> maps = new LinkedHashMap<>();
        counts.forEach((group, count) -> maps.put(group, count.asMap()));
        return maps;
    }

    private static void table(PrintStream out, String title, Map<String, Counts> counts) {
        if (counts.isEmpty()) {
            return;
        }
        out.printf("%-36s %6s %9s %6s %6s %6s%n", title, "texts", "precision", "recall", "F1", "focus");
        counts.forEach((group, count) -> out.printf(
                Locale.ROOT,
                "%-36s %6d %9.3f %6.3f %6.3f %6s%n",
                group,
                count.texts(),
                count.precision(),
                count.recall(),
                count.f1(),
                count.hasFocus() ? String.format(Locale.ROOT, "%.3f", count.focus()) : "-"));
        out.println();
    }
}
