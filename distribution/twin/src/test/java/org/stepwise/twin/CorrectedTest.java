package org.stepwise.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.stepwise.accounting.LedgerService;
import org.stepwise.data.Database;
import org.stepwise.log.Reaction;
import org.stepwise.log.replay.Difference;
import org.stepwise.module.Replays;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.TestCompany;

/** A valuation that is wrong for a while; one company has it corrected, and one never had it. */
class CorrectedTest {

    @Law({4, 5, 20})
    @OnBothDatabases
    void whoHasItCorrectedComesToTheSameAsWhoNeverHadIt(Database.Kind kind) {
        var replaced = new AtomicBoolean();
        try (var platform = start(kind, replaced)) {
            var corrected = new TradingDay(TestCompany.founded(platform, "Corrected", "rest"), BigDecimal.TEN);
            trade(corrected);
            replaced.set(true);
            var never = new TradingDay(TestCompany.founded(platform, "Never", "rest"), BigDecimal.TEN);
            trade(never);
            assertThat(never.company().replay("warehouse").differences()).isZero();
            var company = corrected.company();
            assertThat(holds(company)).isFalse();

            var found = company.replay("warehouse");
            assertThat(found.listed())
                    .extracting(Difference::of)
                    .containsExactly("warehouse.stock-valued", "warehouse.stock-valued");
            assertThat(company.replay("accounting").differences()).isZero();

            var done = company.correct("warehouse", "a cent was missing");
            assertThat(done.state()).as(done.reason()).isEqualTo(Replays.State.DONE);
            assertThat(done.corrected()).isEqualTo(2);
            company.settle();
            assertThat(company.replay("warehouse").differences()).isZero();
            assertThat(company.replay("accounting").differences()).isZero();
            assertThat(holds(company)).isTrue();
            assertThat(balances(company)).isEqualTo(balances(never.company()));

            rebuild(company, "accounting");
            assertThat(balances(company)).isEqualTo(balances(never.company()));
            rebuild(company, "warehouse");
            assertThat(balances(company)).isEqualTo(balances(never.company()));
            assertThat(holds(company)).isTrue();
            assertThat(company.replay("warehouse").differences()).isZero();

            // A version that is wrong again differs from what was said, and is told so.
            replaced.set(false);
            assertThat(company.replay("warehouse").differences()).isEqualTo(2);
        }
    }

    private static Platform start(Database.Kind kind, AtomicBoolean replaced) {
        return Platform.on(kind)
                .without("org.stepwise.northwind")
                .around(Reaction.class, reaction -> OlderValuation.around(reaction, replaced))
                .start();
    }

    private static void trade(TradingDay day) {
        for (int step = 0; step < TradingDay.STEPS; step++) {
            day.step(step);
        }
    }

    private static void rebuild(TestCompany company, String module) {
        company.disable(module);
        company.purge(module);
        company.enable(module);
        company.settle();
    }

    private static boolean holds(TestCompany company) {
        return company.as(() -> company.service(LedgerService.class).proof()).holds();
    }

    private static Map<String, BigDecimal> balances(TestCompany company) {
        var balances = new TreeMap<String, BigDecimal>();
        company.as(() -> company.service(LedgerService.class).trialBalance(null, LedgerService.By.VALUE_DATE))
                .forEach(line -> balances.put(line.account(), line.balance().stripTrailingZeros()));
        balances.values().removeIf(balance -> balance.signum() == 0);
        return balances;
    }
}
