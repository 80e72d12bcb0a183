package org.stepwise.crm.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.crm.internal.Trade.MONDAY;
import static org.stepwise.testkit.Eventually.eventually;

import java.math.BigDecimal;
import java.util.List;
import org.stepwise.crm.document.GoodsReturn;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.document.DocumentService;
import org.stepwise.security.Companies;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Register;

/** A home in which goods came back before the platform kept returns goes on with them. */
class ReturnsOfOldTest {
    private static final Id RETURN = new Id(70);
    private static final Id NOTE = new Id(71);

    @OnBothDatabases
    void goodsThatCameBackBeforeAreInTheListStill(Database.Kind kind) {
        try (var trade = Trade.after(this::olden, kind)) {
            var returns = trade.platform().service(DocumentService.class).of(GoodsReturn.class);
            var line = new GoodsReturn.Line(3, new Id(10), new BigDecimal("2.500000"));
            assertThat(trade.as(() -> returns.get(RETURN)).now())
                    .isEqualTo(new GoodsReturn(
                            new Id(8), new Id(9), new Id(6), MONDAY, "broken", NOTE, null, List.of(line, line)));
            var list = trade.platform().services(Register.class).stream()
                    .filter(register -> register.description().name().equals("crm.returns"))
                    .findFirst()
                    .orElseThrow();
            var newestFirst = new ListQuery(9, null, List.of("-returnedOn"), List.of());
            assertThat(trade.as(() -> list.list(newestFirst).items()))
                    .singleElement()
                    .satisfies(row -> assertThat(row).containsEntry("reason", "broken"));
        }
    }

    /** The tables as they were before the script that moves returns, with one in them. */
    private void olden(Platform platform) {
        var sql = platform.service(Sql.class);
        List.of(
                        "DELETE FROM crm.\"flyway_schema_history\" WHERE \"version\" = '12'",
                        "DROP TABLE crm.return_document_line",
                        "DROP TABLE crm.return_document",
                        "CREATE TABLE crm.goods_return (company BIGINT, id BIGINT, delivery BIGINT, order_id BIGINT,"
                                + " customer BIGINT, returned_on DATE, reason VARCHAR(500), credit_note BIGINT,"
                                + " invoice BIGINT, version BIGINT)",
                        "CREATE TABLE crm.return_line (company BIGINT, document BIGINT, line INTEGER,"
                                + " order_line INTEGER, product BIGINT, quantity DECIMAL(19, 6))")
                .forEach(sql::write);
        var companies = platform.service(Companies.class);
        eventually(() -> assertThat(companies.all()).isNotEmpty());
        var company = companies.all().get(0).id();
        sql.write(
                "INSERT INTO crm.goods_return (company, id, delivery, order_id, customer, returned_on, reason,"
                        + " credit_note, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                company,
                RETURN,
                new Id(8),
                new Id(9),
                new Id(6),
                MONDAY,
                "broken",
                NOTE,
                1L);
        for (int number = 1; number <= 2; number++) {
            sql.write(
                    "INSERT INTO crm.return_line (company, document, line, order_line, product, quantity)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    company,
                    RETURN,
                    number,
                    3,
                    new Id(10),
                    new BigDecimal("2.5"));
        }
    }
}
