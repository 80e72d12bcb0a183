package org.stepwise.itest;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stepwise.data.Ids;
import org.stepwise.driver.Sources;
import org.stepwise.log.Reaction;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;
import org.stepwise.testkit.Law;

/**
 * The rules of docs/architecture.md that the compiler does not know. The test kit wires what is internal and is free of
 * them.
 */
class ArchitectureTest {
    private static final List<String> MODULES = List.of("masterdata", "crm", "warehouse", "accounting", "northwind");
    private static final int FILES_A_PACKAGE = 15;
    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("/testkit/") && !location.contains("stepwise-testkit"))
                .importPackages("org.stepwise");
        assertThat(classes).hasSizeGreaterThan(200);
    }

    @Law(18)
    @Test
    void thePlatformKnowsNoModule() {
        var modules =
                MODULES.stream().map(module -> "org.stepwise." + module + "..").toArray(String[]::new);
        noClasses()
                .that(resideInAnyPackage(
                        "org.stepwise.data..",
                        "org.stepwise.log..",
                        "org.stepwise.module..",
                        "org.stepwise.modules..",
                        "org.stepwise.security..",
                        "org.stepwise.web..",
                        "org.stepwise.error.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(modules))
                .check(classes);
    }

    @Law(18)
    @Test
    void whatIsInternalIsUsedByItsOwnBundleOnly() {
        for (var part : List.of(
                "masterdata",
                "crm",
                "warehouse",
                "accounting",
                "northwind",
                "data",
                "log",
                "modules",
                "security",
                "web")) {
            noClasses()
                    .that(resideOutsideOfPackage("org.stepwise." + part + ".internal.."))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("org.stepwise." + part + ".internal.."))
                    .check(classes);
        }
    }

    @Law(6)
    @Test
    void reactionsAskNobody() {
        noClasses()
                .that(assignableTo(Reaction.class))
                .should()
                .dependOnClassesThat(assignableTo(Clock.class)
                        .or(assignableTo(Random.class))
                        .or(assignableTo(Ids.class))
                        .or(assignableTo(Verbs.class))
                        .or(assignableTo(Callers.class)))
                .check(classes);
    }

    @Law(9)
    @Test
    void reactionsReachNothingOutside() {
        noClasses()
                .that(assignableTo(Reaction.class))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.net..", "java.nio.file..", "java.io..", "javax.mail..", "javax.ws.rs.."))
                .check(classes);
    }

    @Test
    void onlyTheDataLayerKnowsTheDatabases() {
        noClasses()
                .that(resideOutsideOfPackage("org.stepwise.data.internal.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.apache.derby..", "org.postgresql.."))
                .check(classes);
    }

    @Test
    void noMoneyIsABinaryFloat() {
        noFields().should().haveRawType(double.class).check(classes);
        noFields().should().haveRawType(float.class).check(classes);
    }

    @Test
    void thereIsNoStaticState() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .areNotAnonymousClasses()
                .should()
                .beFinal()
                .check(classes);
    }

    @Test
    void noPackageHasMoreThanFifteenFiles() throws IOException {
        var sizes = new TreeMap<Path, Integer>();
        try (var files = Files.walk(Sources.root())) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/java/"))
                    .forEach(file -> sizes.merge(file.getParent(), 1, Integer::sum));
        }
        assertThat(sizes).isNotEmpty();
        sizes.values().removeIf(size -> size <= FILES_A_PACKAGE);
        assertThat(sizes).as("packages with too many files").isEmpty();
    }
}
