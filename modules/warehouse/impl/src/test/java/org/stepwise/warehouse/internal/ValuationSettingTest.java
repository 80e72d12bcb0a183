package org.stepwise.warehouse.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.error.NotFound;
import org.stepwise.error.Rejected;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.warehouse.StockService.NewValuation;
import org.stepwise.warehouse.event.GoodsReceived;
import org.stepwise.warehouse.event.ReceiptLine;

/** How stock will be valued is open until something could have used it. */
class ValuationSettingTest {
    private Company company;

    private void open(Database.Kind kind) {
        company = new Company(kind);
        company.product(63, "GOODS");
        company.customer();
        company.enable();
    }

    @AfterEach
    void close() {
        company.close();
    }

    /** The log is asked, not what has been taken in of it. */
    @OnBothDatabases
    void noOtherValuationBeginsBehindAMovementThatIsNotTakenIn(Database.Kind kind) {
        open(kind);
        company.settle();
        var next = Company.DAY.plusDays(1);
        whileNothingIsTakenIn(() -> {
            company.order(50130, Company.line(1, 63, "1"));
            company.run(() -> company.stock().setValuation(new NewValuation("AVERAGE", next)));
            var line = new ReceiptLine(1, new Id(63), BigDecimal.ONE, BigDecimal.ONE);
            var received = new GoodsReceived(new Id(50131), null, null, "EUR", List.of(line));
            company.facts(next, received);
            assertThatThrownBy(() -> company.run(() -> company.stock().setValuation(new NewValuation("FIFO", next))))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("can begin only after that day");
        });
        assertMethods("1");
    }

    @Law(7)
    @OnBothDatabases
    void aValuationThatNothingUsedCanBeReplacedAndWithdrawn(Database.Kind kind) {
        open(kind);
        company.receive(63, "1", "10");
        var next = Company.DAY.plusDays(1);
        company.run(() -> company.stock().setValuation(new NewValuation("FIFO", Company.DAY.plusYears(200))));
        company.run(() -> company.stock().setValuation(new NewValuation("FIFO", next)));
        company.run(() -> company.stock().setValuation(new NewValuation("AVERAGE", next)));
        company.run(() -> company.stock().withdrawValuation(Company.DAY.plusYears(200)));
        assertMethods("1");
        company.run(() -> company.stock().withdrawValuation(next));
        assertMethods("0");
        assertThatThrownBy(() -> company.run(() -> company.stock().withdrawValuation(next)))
                .isInstanceOf(NotFound.class);
    }

    /** A delivery ends by moving the positions of those it delivered to, and waits for whoever keeps them. */
    private void whileNothingIsTakenIn(Runnable story) {
        var transactions = company.platform.service(Transactions.class);
        transactions.run(() -> {
            company.platform.service(Sql.class).write("UPDATE eventlog.subscription SET position = position");
            CompletableFuture.runAsync(story).join();
        });
    }

    private void assertMethods(String expected) {
        assertThat(company.figure("SELECT COUNT(*) FROM warehouse.valuation_method WHERE method = 'AVERAGE'"))
                .isEqualByComparingTo(expected);
    }
}
