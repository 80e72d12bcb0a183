package org.stepwise.warehouse.internal.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;

class ShelvesTest {
    private static final Id COMPANY = new Id(1);
    private static final Id TEA = new Id(11);
    private static final Id SYRUP = new Id(12);
    private static final Id ORDER = new Id(21);
    private static final Id OTHER = new Id(22);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);

    /** A line that another delivery took goods from is known before the rest of its order is. */
    @Law(5)
    @OnBothDatabases
    void anOrderIsLookedUpThoughALineOfItHasJustBeenFinished(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            platform.service(Database.class).migrate("warehouse", ShelvesTest.class.getClassLoader());
            together(platform, shelves -> {
                for (var product : List.of(TEA, SYRUP)) {
                    shelves.know(product, true);
                    shelves.at(product, shelf -> shelf.arrive(FIVE));
                }
                shelves.at(TEA, shelf -> shelf.demand(Demand.fresh(ORDER, 1, TEA, TWO, 1)));
                shelves.at(SYRUP, shelf -> shelf.demand(Demand.fresh(ORDER, 2, SYRUP, TWO, 1)));
            });
            together(platform, shelves -> {
                shelves.at(TEA, shelf -> shelf.deliver(OTHER, 1, BigDecimal.valueOf(4)));
                shelves.at(TEA, shelf -> shelf.deliver(ORDER, 1, TWO));
                shelves.at(SYRUP, shelf -> shelf.deliver(ORDER, 2, TWO));
            });
            var sql = platform.service(Sql.class);
            assertThat(sql.list(row -> row.getInt(1), "SELECT line FROM warehouse.demand"))
                    .isEmpty();
        }
    }

    private static void together(Platform platform, Consumer<Shelves> work) {
        var sql = platform.service(Sql.class);
        platform.service(Transactions.class).run(() -> {
            var shelves = new Shelves(sql, COMPANY).with(List.of(TEA, SYRUP));
            work.accept(shelves);
            shelves.write();
        });
    }
}
