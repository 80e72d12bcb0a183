package org.stepwise.warehouse.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.stepwise.data.Database;
import org.stepwise.error.NotFound;
import org.stepwise.error.Rejected;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.warehouse.internal.register.ValuationRegister;
import org.stepwise.web.ListQuery;

/** The valuation can be looked at and changed: the list and form are its door. */
class ValuationRegisterTest {

    @Law(7)
    @OnBothDatabases
    void anotherValuationIsSetFromADayOn(Database.Kind kind) {
        try (var company = new Company(kind)) {
            company.enable(Map.of("valuation", "AVERAGE"));
            var register = company.service(ValuationRegister.class);
            assertThat(shown(company, register)).containsExactly("AVERAGE 1900-01-01");

            var id = company.as(() -> register.create(Entered.of(Map.of(
                    "method", "FIFO", "validFrom", Company.DAY.plusDays(1).toString()))));
            assertThat(shown(company, register))
                    .containsExactly("AVERAGE 1900-01-01", "FIFO " + Company.DAY.plusDays(1));
            assertThat(company.as(() -> register.find(id)).view().toString()).contains("FIFO");
            assertThat(company.as(() -> register.list(ListQuery.first(10))).items())
                    .extracting(row -> row.get("state"))
                    .containsExactly("NOW", "COMING");

            company.run(() -> register.act(id, "withdraw", -1, null));
            assertThat(shown(company, register)).containsExactly("AVERAGE 1900-01-01");
            assertThatThrownBy(() -> company.run(() -> register.act(id, "withdraw", -1, null)))
                    .isInstanceOfSatisfying(NotFound.class, refused -> assertThat(refused.code())
                            .isEqualTo("warehouse.valuation.unknown"));
        }
    }

    @Law(7)
    @OnBothDatabases
    void aMethodGivenWhenTheWarehouseIsEnabledAgainIsRefused(Database.Kind kind) {
        try (var company = new Company(kind)) {
            company.enable();
            company.disable();
            assertThatThrownBy(() -> company.enable(Map.of("valuation", "AVERAGE")))
                    .isInstanceOfSatisfying(Rejected.class, refusal -> assertThat(refusal.code())
                            .isEqualTo("erp.module.settings"));
            company.enable();
            assertThat(shown(company, company.service(ValuationRegister.class))).containsExactly("FIFO 1900-01-01");
        }
    }

    private static List<String> shown(Company company, ValuationRegister register) {
        return company.as(() -> register.list(ListQuery.first(10)).items().stream()
                .map(row -> row.get("method") + " " + row.get("validFrom"))
                .toList());
    }
}
