package org.stepwise.twin.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.stepwise.accounting.LedgerService;
import org.stepwise.data.Database;
import org.stepwise.export.CanonicalExport;
import org.stepwise.export.Differences;
import org.stepwise.module.Modules;
import org.stepwise.testkit.TestCompany;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Register;

/**
 * Lets companies live histories, each in a company of its own, and compares each with
 * what it must be equal to: itself, rebuilt from the log; and a company that had everything on when the same happened.
 */
final class Twins implements AutoCloseable {
    static final List<String> MODULES = List.of("crm", "warehouse", "accounting");

    private final Database.Kind kind;
    private final Host lives;
    private final Host always;

    Twins(Database.Kind kind) {
        this.kind = kind;
        this.lives = new Host(kind, "org.stepwise.northwind");
        // Guards bind verbs: what happened while the books were off comes in where they were on.
        this.always = new Host(kind, "org.stepwise.accounting.internal.period.PeriodGuard");
    }

    /** Fails with the story when the company that lived the history is not what it must be. */
    void compare(List<Act> history) {
        var life = new Life(lives.found());
        try {
            life.live(history);
            life.end();
            var lived = export(life.company());
            rebuild(life.company());
            same("rebuilt", lived, export(life.company()));
            compareWithAlways(life, lived);
            life.company().retire();
        } catch (RuntimeException | AssertionError finding) {
            // What is broken shall break no other history.
            close();
            throw new AssertionError(
                    "a history of %d acts on %s%n%s%s%nat first %s"
                            .formatted(history.size(), kind, life.story(), finding, root(finding)),
                    finding);
        }
    }

    private void compareWithAlways(Life life, String lived) {
        var facts = new Facts(life.company());
        var twin = always.found();
        begin(twin, "crm", Map.of());
        begin(twin, "warehouse", Map.of("valuation", facts.firstValuation()));
        begin(twin, "accounting", Map.of());
        facts.happenIn(twin);
        twin.settle();
        same("with everything on from the first day", lived, export(twin));
        twin.retire();
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }

    private static void begin(TestCompany company, String module, Map<String, String> settings) {
        company.as(() -> {
            company.service(Modules.class).enable(company.id(), module, settings);
            return null;
        });
        company.awaitOn(module);
    }

    private static void rebuild(TestCompany company) {
        MODULES.forEach(company::disable);
        MODULES.forEach(company::purge);
        var backwards = new ArrayList<>(MODULES);
        Collections.reverse(backwards);
        backwards.forEach(company::enable);
        company.settle();
    }

    private static void same(String how, String lived, String other) {
        var differences = Differences.between(lived, other);
        if (!differences.isEmpty()) {
            fail("- as it lived, + " + how + "\n" + String.join("\n", differences));
        }
    }

    /** The company as text, whose books must hold. */
    private static String export(TestCompany company) {
        var proof = company.as(() -> company.service(LedgerService.class).proof());
        assertThat(proof.checks()).allMatch(LedgerService.Check::holds);
        for (var row : stock(company)) {
            if (new BigDecimal(row.get("onHand").toString()).signum() == 0) {
                assertThat(new BigDecimal(row.get("value").toString()))
                        .as("value of no %s", row.get("code"))
                        .isZero();
            }
        }
        return new CanonicalExport(company).write();
    }

    private static List<Map<String, Object>> stock(TestCompany company) {
        return company.as(() -> company.services(Register.class).stream()
                .filter(register -> register.description().name().equals("warehouse.stock"))
                .findFirst()
                .orElseThrow()
                .list(new ListQuery(100, null, List.of(), List.of()))
                .items());
    }

    @Override
    public void close() {
        lives.close();
        always.close();
    }
}
