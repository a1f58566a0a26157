// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/configuration.md} is what the documented settings of each service say. To write it anew: {@code ./mvnw
 * verify -pl harness -am -Dgolden.write=true -Dtest=ConfigurationDocumentTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ConfigurationDocumentTest {
    private static final Path ROOT = Path.of("..");
    private static final Path DOCUMENT = ROOT.resolve("docs/configuration.md");
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern HEAD = Pattern.compile("/\\*\\* (.*?) \\*/\\s*@ConfigMapping", Pattern.DOTALL);
    private static final Pattern SETTING = Pattern.compile(
            "/\\*\\*(?<doc>.*?)\\*/\\s*(?:@WithDefault\\(\"(?<default>[^\"]*)\"\\)\\s*)?(?<type>[A-Za-z<>, ]+) (?<name>\\w+)\\(\\);",
            Pattern.DOTALL);

    @Test
    void isGeneratedFromTheSettings() throws IOException {
        String generated = generate();
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(DOCUMENT, generated);
        }

        assertThat(Files.readString(DOCUMENT)).isEqualTo(generated);
    }

    private static String generate() throws IOException {
        StringBuilder out = new StringBuilder("""
                # Configuration

                Every setting, generated from the documented settings of each module. A setting is a Java system property \
                (`-Dnewswire.ingest.min-interval=PT5M`), an environment variable (`NEWSWIRE_INGEST_MIN_INTERVAL`), or a line of \
                `config/application.properties` where a service is started. Durations are ISO 8601 (`PT15M`); lists are divided by \
                commas. Quarkus' own settings (`quarkus.http.port`, `quarkus.log.level`, …) hold as well.
                """);
        for (Path file : settings()) {
            String source = Files.readString(file);
            Matcher prefix = PREFIX.matcher(source);
            Matcher head = HEAD.matcher(source);
            assertThat(prefix.find() && head.find()).as(file.toString()).isTrue();
            out.append("\n## `").append(prefix.group(1)).append(".*`\n\n").append(clean(head.group(1)));
            out.append("\n\n| setting | default | |\n| --- | --- | --- |\n");
            Matcher setting = SETTING.matcher(source.substring(source.indexOf('{')));
            while (setting.find()) {
                row(out, prefix.group(1), setting);
            }
        }
        return out.toString();
    }

    private static void row(StringBuilder out, String prefix, Matcher setting) {
        String name = setting.group("name").replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        String given = setting.group("default");
        out.append("| `").append(prefix).append('.').append(name);
        out.append(setting.group("type").startsWith("Map<") ? ".*` | " : "` | ");
        out.append(given == null ? "none" : "`" + given + "`");
        out.append(" | ").append(clean(setting.group("doc"))).append(" |\n");
    }

    private static String clean(String javadoc) {
        return javadoc.replaceAll("\\s*\\n\\s*\\* ?", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Stream<Path> sources() throws IOException {
        return Files.walk(ROOT)
                .filter(f -> f.toString().contains("/src/main/") && f.toString().endsWith("Settings.java"));
    }

    private static Iterable<Path> settings() throws IOException {
        try (Stream<Path> sources = sources()) {
            return sources.sorted().toList();
        }
    }
}
