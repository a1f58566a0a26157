// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.harness;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the code of all modules keeps to. */
class ArchitectureTest {
    private static final Path ROOT = Path.of("..");
    private static final String OURS = "org.migrationnewswire";
    private static final Pattern TYPE = Pattern.compile("`([A-Z][A-Za-z]+[a-z][A-Za-z]*)`");
    private static final int LONGEST_FILE = 400;

    private static JavaClasses all;

    @BeforeAll
    static void importClasses() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            all = new ClassFileImporter()
                    .importPaths(modules.map(module -> module.resolve("target/classes"))
                            .filter(Files::isDirectory)
                            .toList());
        }
        assertThat(all.size()).isGreaterThan(150);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "org.apache.kafka..|contracts.kafka,runtime.kafka,broker,harness,ingest.publish,ingest.registry,enrich.topology,enrich.taxonomy,enrich.correct,enrich.retag,store.materialise,store.erase,store.stream,store.taxonomy,store.rights,benchmarks",
                "kafka..|broker",
                "jakarta.ws.rs..|runtime.http,ingest.api,enrich.api,store.api,store.page,demo",
                "org.apache.lucene..|query,store.index,store.search",
                "com.rometools..|ingest.parse,store.forms,benchmarks",
                "org.jsoup..|ingest.parse,benchmarks",
                "org.apache.hc..|ingest.fetch",
                "com.ibm.icu..|enrich.taxonomy,ingest.parse",
                "org.yaml..|enrich.taxonomy,demo",
                "io.quarkus.qute..|store.page",
            })
    void onlyAdaptersImport(String technology, String adapters) {
        String[] allowed =
                Stream.of(adapters.split(",")).map(a -> OURS + "." + a).toArray(String[]::new);

        noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(technology)
                .check(all);
    }

    @ParameterizedTest
    @CsvSource({"ingest", "enrich", "store"})
    void servicesDontSeeEachOther(String service) {
        String[] others = Stream.of("ingest", "enrich", "store")
                .filter(other -> !other.equals(service))
                .map(other -> OURS + "." + other + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(OURS + "." + service + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(all);
    }

    @Test
    void contractsAndQueryKnowNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage(OURS + ".contracts..", OURS + ".query..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "io.vertx..")
                .check(all);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(OURS + ".(**)").should().beFreeOfCycles().check(all);
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .should()
                .haveNameNotMatching(".*(Impl|Util|Utils|Helper|Manager)$")
                .check(all);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields().should().beAnnotatedWith("jakarta.inject.Inject").check(all);
    }

    @Test
    void everyTypeThatTheArchitectureNamesExists() throws IOException {
        Set<String> known = javaFiles().stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        Matcher type = TYPE.matcher(Files.readString(ROOT.resolve("ARCHITECTURE.md")));
        int named = 0;
        while (type.find()) {
            named++;
            if (!known.contains(type.group(1))) {
                missing.add(type.group(1));
            }
        }

        assertThat(named).isGreaterThan(25);
        assertThat(missing).isEmpty();
    }

    @Test
    void noFileIsTooLongAndNoneWaitsForTime() throws IOException {
        for (Path file : javaFiles()) {
            List<String> lines = Files.readAllLines(file);
            assertThat(lines.size()).as(file.toString()).isLessThanOrEqualTo(LONGEST_FILE);
            if (file.toString().contains("/src/test/") && !file.endsWith("ArchitectureTest.java")) {
                assertThat(lines).as(file.toString()).noneMatch(line -> line.contains("Thread.sleep"));
            }
        }
    }

    private static List<Path> javaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(
                            f -> f.toString().endsWith(".java") && f.toString().contains("/src/"))
                    .toList();
        }
    }
}
