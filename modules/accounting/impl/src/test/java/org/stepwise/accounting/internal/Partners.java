package org.stepwise.accounting.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;
import org.stepwise.masterdata.Parties;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.TestCompany;
import org.stepwise.warehouse.event.GoodsReceived;
import org.stepwise.warehouse.event.ReceiptLine;
import org.stepwise.warehouse.event.StockValued;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Register;

/** What happens in the company of a partner besides the partner's own. */
public final class Partners {
    private static final LocalDate MARCH = BooksTest.MARCH;

    private Partners() {}

    /** Without accounting yet. */
    public static TestCompany first(Database.Kind kind) {
        System.setProperty("stepwise.company.currency", "EUR");
        return new TestCompany(Platform.on(kind).start(), "rest");
    }

    public static Id party(TestCompany company, String code) {
        var party = new Parties.NewParty(
                code, "Acme Ltd", true, true, false, false, null, null, null, null, null, null, null);
        return company.as(() -> company.service(Parties.class).record(party));
    }

    /** Sales charge a party. */
    public static Id invoice(TestCompany company, Id party, String net) {
        company.record("crm", MARCH, BooksTest.invoice(BooksTest.INVOICE, party, List.of(), net, "0"));
        return BooksTest.INVOICE;
    }

    /** Goods of that worth. */
    public static void received(TestCompany company, Id receipt, String worth) {
        var line = new ReceiptLine(1, new Id(9), new BigDecimal(worth), BigDecimal.ONE);
        company.record("warehouse", MARCH, new GoodsReceived(receipt, null, null, "EUR", List.of(line)));
    }

    /** The warehouse finds what they are worth, from the first on. */
    public static void valued(TestCompany company) {
        company.platform().add(Reaction.class, new Valuation());
        company.service(Deliveries.class).start(company.id(), "warehouse");
        company.settle();
    }

    public static Map<String, String> balances(TestCompany company) {
        return BooksTest.balances(company);
    }

    public static List<Map<String, Object>> rows(TestCompany company, String name) {
        return company.services(Register.class).stream()
                .filter(register -> register.description().name().equals(name))
                .findFirst()
                .map(register ->
                        company.as(() -> register.list(ListQuery.first(100)).items()))
                .orElseThrow();
    }

    /** What may be chosen in a column of a list. */
    public static List<String> choices(TestCompany company, String name, String column) {
        return company.services(Register.class).stream()
                .map(Register::description)
                .filter(description -> description.name().equals(name))
                .flatMap(description -> description.columns().stream())
                .filter(each -> each.name().equals(column))
                .findFirst()
                .orElseThrow()
                .choices();
    }

    public static void refused(TestCompany company, String code, Supplier<?> verb) {
        BooksTest.refused(company, code, verb);
    }

    private static final class Valuation implements Reaction {
        @Override
        public String module() {
            return "warehouse";
        }

        @Override
        public String name() {
            return "warehouse.valuation";
        }

        @Override
        public void define(Handlers on) {
            on.react(GoodsReceived.class, fact -> List.of(fact.receipt()), (entry, conclude) -> {
                var worth = entry.event().lines().get(0).worth();
                var line = new StockValued.ValuedLine(1, new Id(9), worth, worth, worth);
                conclude.append(new StockValued(entry.event().receipt(), "RECEIPT", null, "EUR", List.of(line)));
            });
        }
    }
}
