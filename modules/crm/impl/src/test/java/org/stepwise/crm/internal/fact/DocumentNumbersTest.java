package org.stepwise.crm.internal.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.log.event.DocumentNumbered;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.TestCompany;

/** A number is a consequence, and may come before the document that it numbers. */
class DocumentNumbersTest {
    private static final Id INVOICE = new Id(7);

    @Law(4)
    @OnBothDatabases
    void anEarlyNumberWaitsForItsDocument(Database.Kind kind) {
        try (var company = new TestCompany(Platform.on(kind).start(), "rest")) {
            company.enable("crm");
            var numbers = company.service(DocumentNumbers.class);
            inOne(company, () -> {
                numbers.given(company.id(), new DocumentNumbered(INVOICE, "INV", "INV-000007"));
                numbers.given(company.id(), new DocumentNumbered(new Id(8), "JE", "JE-000001"));
                return null;
            });
            assertThat(inOne(company, () -> numbers.take(company.id(), INVOICE)))
                    .isEqualTo("INV-000007");
            assertThat(inOne(company, () -> numbers.take(company.id(), INVOICE)))
                    .as("taken already")
                    .isNull();
            assertThat(inOne(company, () -> numbers.take(company.id(), new Id(8))))
                    .as("not a document of sales")
                    .isNull();
        }
    }

    private static <T> T inOne(TestCompany company, Supplier<T> transaction) {
        return company.service(Transactions.class).call(transaction);
    }
}
