package org.stepwise.accounting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.stepwise.data.Database;
import org.stepwise.error.Rejected;
import org.stepwise.module.ModuleContext;
import org.stepwise.module.Modules;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.TestCompany;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Register;

/** Posting rules can be given while accounting is enabled, and stand before the first event. */
class SettingsGivenTest {

    @Law(7)
    @OnBothDatabases
    void postingRulesGivenWhileEnablingHoldFromTheFirstDay(Database.Kind kind) {
        try (var company = new TestCompany(Platform.on(kind).start(), "rest")) {
            refused(company, Map.of("BANK", "8888"));
            refused(company, Map.of("CASH", "1000"));
            enable(company, Map.of("REVENUE", "4100"));
            company.awaitOn("accounting");
            assertThat(rules(company)).contains("REVENUE 4100 1900-01-01", "BANK 1000 1900-01-01");
            company.disable("accounting");
            refused(company, Map.of("REVENUE", "4000"));
            company.enable("accounting");
            assertThat(rules(company)).contains("REVENUE 4100 1900-01-01").hasSize(11);
        }
    }

    /** What is asked before the implementation is installed is what it posts by when nothing is given. */
    @OnBothDatabases
    void theManifestAsksForTheRulesThatTheChartBeginsWith(Database.Kind kind) {
        try (var company = new TestCompany(
                Platform.on(kind).without("org.stepwise.accounting").start(), "rest")) {
            var asked = company.as(() -> company.service(Modules.class).settings(company.id(), "accounting"));
            company.platform().install("org.stepwise.accounting");
            var known = company.services(ModuleContext.class).stream()
                    .filter(context -> context.module().equals("accounting"))
                    .findFirst()
                    .orElseThrow()
                    .settings(List.of());
            assertThat(asked).isEqualTo(known).hasSize(11);
        }
    }

    private static void refused(TestCompany company, Map<String, String> settings) {
        assertThatThrownBy(() -> enable(company, settings))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo("erp.module.settings"));
    }

    private static void enable(TestCompany company, Map<String, String> settings) {
        company.as(() -> {
            company.service(Modules.class).enable(company.id(), "accounting", settings);
            return null;
        });
    }

    private static List<String> rules(TestCompany company) {
        var register = company.services(Register.class).stream()
                .filter(each -> each.description().name().equals("accounting.posting-rules"))
                .findFirst()
                .orElseThrow();
        return company.as(() -> register.list(ListQuery.first(100)).items().stream()
                .map(row -> row.get("purpose") + " " + row.get("account") + " " + row.get("validFrom"))
                .toList());
    }
}
