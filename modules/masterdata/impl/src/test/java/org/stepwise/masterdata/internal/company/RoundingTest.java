package org.stepwise.masterdata.internal.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.stepwise.data.Database;
import org.stepwise.error.Refusal;
import org.stepwise.masterdata.CompanyRules;
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
            assertThatThrownBy(() -> set(company, Rounding.LINE, MONDAY))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                            .isEqualTo("masterdata.rounding.behind"));
            set(company, Rounding.DOCUMENT, MONDAY.plusDays(7));
            assertThat(on(company, MONDAY.plusDays(8))).isEqualTo(Rounding.DOCUMENT);
            var rows = company.as(() -> company.service(RoundingRegister.class).list(ListQuery.first(10)));
            assertThat(rows.items()).extracting(row -> row.get("method")).containsExactly("DOCUMENT", "DOCUMENT");
        }
    }

    private static Rounding on(TestCompany company, LocalDate day) {
        return company.as(
                () -> company.service(MasterData.class).moneyTerms(day).rounding());
    }

    private static void set(TestCompany company, Rounding method, LocalDate from) {
        company.as(() -> {
            company.service(CompanyRules.class).setRounding(method, from);
            return null;
        });
    }
}
