package org.stepwise.masterdata.internal.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.stepwise.data.Database;
import org.stepwise.data.Transactions;
import org.stepwise.security.Companies;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.TestCompany;

class SpokenLanguageTest {
    /** It is kept in memory, and was read while the transaction that set it was still under way. */
    @OnBothDatabases
    void aLanguageThatIsRolledBackIsNotSpoken(Database.Kind kind) {
        try (var company = new TestCompany(Platform.on(kind).start(), "rest")) {
            var companies = company.service(Companies.class);
            assertThatThrownBy(() -> company.service(Transactions.class).run(() -> {
                        companies.speak(company.id(), "ru");
                        assertThat(companies.language(company.id())).isEqualTo("ru");
                        throw new IllegalStateException("not after all");
                    }))
                    .hasMessage("not after all");
            assertThat(companies.language(company.id())).isNotEqualTo("ru");
        }
    }
}
