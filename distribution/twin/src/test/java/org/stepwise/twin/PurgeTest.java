package org.stepwise.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwise.data.Database;
import org.stepwise.masterdata.Parties.NewParty;
import org.stepwise.northwind.internal.Northwind;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.Store;
import org.stepwise.warehouse.StockService.NewReceipt;
import org.stepwise.warehouse.StockService.NewReceiptLine;

/**
 * Somebody buys from Northwind in his own name and sells to it. Whatever the modules copied of him, none of it is in
 * the files that a purge leaves behind: a column that is not declared in {@code Stepwise-Personal} would show here.
 */
class PurgeTest {
    private static final LocalDate DAY = LocalDate.of(1996, 7, 4);
    private static final String MARK = "Quillfeather";
    private static final List<String> MODULES = List.of("accounting", "warehouse", "crm");

    @Law({11, 17})
    @Test
    void noExportOfAPurgeTellsOfPeople(@TempDir Path home) throws IOException {
        System.setProperty("stepwise.home", home.toString());
        try (var store = Store.create(Database.Kind.DERBY);
                var company = new TwinCompany(store)) {
            MODULES.forEach(company::enable);
            new Script(0).begin(company);
            company.as(() -> {
                trade(new Script.Acts(company, Northwind.read()), company);
                return null;
            });
            company.settle();
            MODULES.forEach(company::disable);
            MODULES.forEach(company::purge);
        } finally {
            System.clearProperty("stepwise.home");
        }
        try (var files = Files.walk(home.resolve("exports")).filter(Files::isRegularFile)) {
            assertThat(files)
                    .hasSizeGreaterThan(MODULES.size())
                    .allSatisfy(file -> assertThat(file).content().doesNotContain(MARK));
        }
    }

    private static void trade(Script.Acts acts, TwinCompany company) {
        acts.begin(DAY);
        var person = new NewParty(
                "QUILL",
                "Quentin " + MARK,
                true,
                true,
                true,
                true,
                "care of " + MARK,
                MARK + "@example.org",
                MARK + " 12",
                MARK + " Lane 1",
                "Oslo",
                "0150",
                "NO");
        var desks = company.desks();
        var id = desks.parties().record(person);
        var product = desks.masterData().productByCode("1").orElseThrow().id();
        desks.stock()
                .receive(new NewReceipt(
                        id, "R-1", DAY, List.of(new NewReceiptLine(product, BigDecimal.TEN, BigDecimal.ONE))));
        var line = new Northwind.Line("1", BigDecimal.TEN, BigDecimal.TEN, BigDecimal.ZERO);
        var order = new Northwind.Order("Q-1", "QUILL", "QUILL", DAY, DAY, DAY, BigDecimal.ZERO, List.of(line));
        acts.history().place(order);
        acts.history().ship(order);
        acts.pay("Q-1", null);
        acts.takeBack("Q-1", 1, "2");
    }
}
