package org.stepwise.itest;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stepwise.driver.Sources;
import org.stepwise.log.Reaction;
import org.stepwise.testkit.Law;

/**
 * The rules of docs/architecture.md that the compiler does not know. The test kit wires what is internal and is free of
 * them.
 */
class ArchitectureTest {
    private static final List<String> MODULES = List.of("masterdata", "crm", "warehouse", "accounting", "northwind");
    private static final String SHELL = "org.apache.karaf.shell.api.action.";
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
                        "org.stepwise.text..",
                        "org.stepwise.record..",
                        "org.stepwise.document..",
                        "org.stepwise.error.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(modules))
                .check(classes);
    }

    /** Else the shell takes their options before the first argument only. */
    @Test
    void optionsOfAllCommandsStandAnywhere() {
        classes()
                .that()
                .areAnnotatedWith(SHELL + "Command")
                .should()
                .beAnnotatedWith(SHELL + "Parsing")
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

    /** It posts by contract: who declares an event says what is posted for it. */
    @Law(18)
    @Test
    void theLedgerKnowsNoEventOfAnotherModule() {
        noClasses()
                .that(resideInAnyPackage("org.stepwise.accounting.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.stepwise.crm..", "org.stepwise.warehouse.event..", "org.stepwise.masterdata.event.."))
                .check(classes);
    }

    @Law(6)
    @Test
    void whatASubscriptionRunsAsksNoClockNoLotAndNobodyElse() {
        var subscriptions = Reach.subscriptions(classes);
        assertThat(subscriptions).hasSizeGreaterThan(10);
        for (var subscription : subscriptions) {
            assertThat(Reach.calls(classes, subscription, Law6::forbids))
                    .as(subscription.getName())
                    .isEmpty();
        }
    }

    /** The rule sees what stands in a helper, behind an interface, or is called by the platform at the end. */
    @Law(6)
    @Test
    void aClockOrALotOutOfSightOfTheReactionIsSeen() {
        var peeking = new ClassFileImporter().importPackages("org.stepwise.itest.peeking");
        var watchful = Reach.subscriptions(peeking).get(0);
        assertThat(Reach.calls(peeking, watchful, Law6::forbids))
                .hasSize(3)
                .anyMatch(way -> way.contains("FromClock.now") && way.contains("java.time.Clock.instant"))
                .anyMatch(way -> way.contains("Dice.write") && way.contains("ThreadLocalRandom.current"))
                .anyMatch(way -> way.contains("Dice.write") && way.contains("nextBoolean"));
    }

    /** Folds are given where the projection is made. */
    @Law(6)
    @Test
    void aClockInAFoldIsSeen() {
        var folding = new ClassFileImporter().importPackages("org.stepwise.itest.folding");
        assertThat(Reach.calls(folding, Reach.subscriptions(folding).get(0), Law6::forbids))
                .singleElement()
                .asString()
                .contains("Dated.today", "java.time.LocalDate.now");
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
