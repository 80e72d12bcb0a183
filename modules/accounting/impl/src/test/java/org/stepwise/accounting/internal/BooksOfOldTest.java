package org.stepwise.accounting.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.TestCompany;

/** Books that an earlier version has kept are what this version would have made of them. */
class BooksOfOldTest {
    private static final String SCRIPT = "/db/accounting/V11__postings_by_contract.sql";
    private static final List<String> NEW = List.of(
            "SELECT clearing_key, document, purpose, account, amount FROM accounting.held"
                    + " WHERE company = ? ORDER BY clearing_key",
            "SELECT clearing_key, kind, document, party, account, claimed_on, cause FROM accounting.claim"
                    + " WHERE company = ? ORDER BY clearing_key");

    @Law(2)
    @OnBothDatabases
    void whatWasHeldAndChargedIsFoundInTheJournals(Database.Kind kind) {
        try (var company = BooksTest.start(kind)) {
            var acme = BooksTest.party(company);
            BooksTest.Costs.start(company);
            Partners.valued(company);
            BooksTest.delivered(company, BooksTest.DELIVERY, "60", BooksTest.MARCH);
            BooksTest.delivered(company, new Id(203), "7", BooksTest.MARCH);
            Partners.received(company, new Id(601), "100");
            var charged = List.of(BooksTest.DELIVERY, new Id(299));
            company.record("crm", BooksTest.MARCH, BooksTest.invoice(BooksTest.INVOICE, acme, charged, "100", "19"));
            company.settle();
            var now = NEW.stream().map(query -> rows(company, query)).toList();
            assertThat(now.get(0)).hasSize(3);
            assertThat(now.get(1)).hasSize(2);
            asOfOld(company);
            inserts().forEach(insert -> write(company, insert));
            assertThat(NEW.stream().map(query -> rows(company, query)).toList()).isEqualTo(now);
        }
    }

    /** The tables that the script leaves behind, with what they would hold. */
    private static void asOfOld(TestCompany company) {
        write(
                company,
                "CREATE TABLE accounting.charge_of_movement (company BIGINT NOT NULL, document BIGINT NOT NULL,"
                        + " invoice BIGINT NOT NULL, party BIGINT NOT NULL, charged_on DATE NOT NULL,"
                        + " cause BIGINT NOT NULL)");
        write(
                company,
                "INSERT INTO accounting.charge_of_movement (company, document, invoice, party, charged_on, cause)"
                        + " SELECT company, clearing_key, document, party, claimed_on, cause FROM accounting.claim");
        write(company, "DELETE FROM accounting.claim");
        write(company, "DELETE FROM accounting.held");
    }

    private static List<String> inserts() {
        try (var in = BooksOfOldTest.class.getResourceAsStream(SCRIPT)) {
            return Stream.of(new String(in.readAllBytes(), UTF_8).split(";"))
                    .map(statement -> statement.replaceAll("(?m)^--.*$", "").strip())
                    .filter(statement -> statement.startsWith("INSERT"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void write(TestCompany company, String statement) {
        company.service(Transactions.class).run(() -> company.service(Sql.class).write(statement));
    }

    private static List<String> rows(TestCompany company, String query) {
        return company.service(Transactions.class).call(() -> company.service(Sql.class)
                .list(
                        row -> {
                            var text = new StringBuilder();
                            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                text.append(row.getString(i)).append(' ');
                            }
                            return text.toString();
                        },
                        query,
                        company.id()));
    }
}
