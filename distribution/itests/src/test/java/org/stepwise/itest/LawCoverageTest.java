package org.stepwise.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.stepwise.driver.Sources;

/** Every rule of the law has a test that carries its number, and docs/law.md names one of them. */
class LawCoverageTest {
    private static final int RULES = 20;
    private static final Pattern LAW = Pattern.compile("@Law\\(\\{?([0-9, ]+)}?\\)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|.*$");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");

    @Test
    void everyRuleHasATestThatCarriesItsNumber() throws IOException {
        var tests = tests();
        for (int rule = 1; rule <= RULES; rule++) {
            assertThat(tests.get(rule)).as("tests of rule %d", rule).isNotEmpty();
        }
    }

    @Test
    void theLawNamesTestsThatCarryTheRule() throws IOException {
        var tests = tests();
        var rows = ROW.matcher(Files.readString(Sources.root().resolve("docs/law.md")));
        var seen = new TreeSet<Integer>();
        while (rows.find()) {
            int rule = Integer.parseInt(rows.group(1));
            seen.add(rule);
            var named = new TreeSet<String>();
            TEST.matcher(rows.group()).results().forEach(found -> named.add(found.group(1)));
            assertThat(named).as("tests named for rule %d", rule).isNotEmpty();
            assertThat(tests.get(rule)).as("tests of rule %d", rule).containsAll(named);
        }
        assertThat(seen).as("rules in the table").hasSize(RULES);
    }

    /** Rule to the simple names of the test classes that carry it. */
    private static Map<Integer, Set<String>> tests() throws IOException {
        var tests = new TreeMap<Integer, Set<String>>();
        try (var files = Files.walk(Sources.root())) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/test/java/"))
                    .forEach(file -> LAW.matcher(read(file)).results().forEach(found -> {
                        for (var number : found.group(1).split(",")) {
                            tests.computeIfAbsent(Integer.valueOf(number.strip()), rule -> new TreeSet<>())
                                    .add(file.getFileName().toString().replace(".java", ""));
                        }
                    }));
        }
        return tests;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
