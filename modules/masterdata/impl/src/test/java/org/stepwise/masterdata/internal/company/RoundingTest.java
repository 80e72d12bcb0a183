package org.stepwise.masterdata.internal.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.masterdata.CompanyRules;
import org.stepwise.masterdata.CompanyRules.NewRounding;
import org.stepwise.masterdata.MasterData;
import org.stepwise.masterdata.Rounding;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.TestCompany;
import org.stepwise.web.ListQuery;

/** Where documents are rounded is a setting of the company: by day, and by line where nobody has said otherwise. */
class RoundingTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Law(7)
    @OnBothDatabases
    void documentsAreRoundedByTheirDay(Database.Kind kind) {
        try (var company = new TestCompany(Platform.on(kind).start(), "rest")) {
            assertThat(on(company, MONDAY)).isEqualTo(Rounding.LINE);
            set(company, Rounding.DOCUMENT, MONDAY);
            set(company, Rounding.LINE, MONDAY.plusDays(7));
            assertThat(on(company, MONDAY.minusDays(1))).isEqualTo(Rounding.LINE);
            assertThat(on(company, MONDAY.plusDays(6))).isEqualTo(Rounding.DOCUMENT);
            assertThat(on(company, MONDAY.plusDays(7))).isEqualTo(Rounding.LINE);
            set(company, Rounding.DOCUMENT, MONDAY.plusDays(7));
            assertThat(on(company, MONDAY.plusDays(8))).isEqualTo(Rounding.DOCUMENT);
            assertThat(rows(company)).containsExactly("DOCUMENT NOW", "DOCUMENT COMING");
        }
    }

    @Law(7)
    @OnBothDatabases
    void aRoundingThatNoOrderUsedIsReplacedAndWithdrawn(Database.Kind kind) {
        try (var company = new TestCompany(Platform.on(kind).start(), "rest")) {
            set(company, Rounding.DOCUMENT, MONDAY);
            set(company, Rounding.DOCUMENT, MONDAY.plusYears(180));
            set(company, Rounding.LINE, MONDAY);
            withdraw(company, MONDAY.plusYears(180));
            refused("masterdata.rounding.unknown", () -> withdraw(company, MONDAY.plusYears(180)));
            assertThat(rows(company)).containsExactly("LINE NOW");

            company.record("crm", MONDAY, order());
            refused("masterdata.rounding.behind", () -> withdraw(company, MONDAY));
            refused("masterdata.rounding.behind", () -> set(company, Rounding.DOCUMENT, MONDAY));
            set(company, Rounding.DOCUMENT, MONDAY.plusDays(1));
            assertThat(rows(company)).containsExactly("LINE NOW", "DOCUMENT COMING");
        }
    }

    private static OrderConfirmed order() {
        return new OrderConfirmed(
                new Id(77), null, new Id(1), null, MONDAY, null, "EUR", BigDecimal.ZERO, List.of(), false, "LINE");
    }

    private static List<String> rows(TestCompany company) {
        return company
                .as(() -> company.service(RoundingRegister.class)
                        .list(new ListQuery(10, null, List.of("validFrom"), List.of())))
                .items()
                .stream()
                .map(row -> row.get("method") + " " + row.get("state"))
                .toList();
    }

    /** As a browser does it: by the row of the list. */
    private static void withdraw(TestCompany company, LocalDate from) {
        company.as(() -> {
            company.service(RoundingRegister.class).act(RoundingRows.idOf(from), "withdraw", -1, null);
            return null;
        });
    }

    private static void refused(String code, Runnable verb) {
        assertThatThrownBy(verb::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private static Rounding on(TestCompany company, LocalDate day) {
        return company.as(
                () -> company.service(MasterData.class).moneyTerms(day).rounding());
    }

    private static void set(TestCompany company, Rounding method, LocalDate from) {
        company.as(() -> {
            company.service(CompanyRules.class).setRounding(new NewRounding(method, from));
            return null;
        });
    }
}
