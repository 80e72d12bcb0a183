package org.stepwise.crm.internal.invoice;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.document.GoodsReturn;
import org.stepwise.crm.internal.DocumentEntities;
import org.stepwise.crm.internal.money.Charged;
import org.stepwise.crm.internal.money.Charged.Bill;
import org.stepwise.crm.internal.money.Reckoning;
import org.stepwise.crm.internal.order.Order;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.document.DocumentService;
import org.stepwise.document.Documents;

/** What the documents of an order have come to so far; asked under the lock of the order. */
@Component(service = ChargedRows.class)
public final class ChargedRows {
    private static final String BILLS = "SELECT x.bill, x.order_line, x.tax_percent,"
            + " SUM(x.quantity), SUM(x.net), SUM(x.tax), SUM(x.back), SUM(x.net_back), SUM(x.tax_back) FROM ("
            + "SELECT COALESCE(i.credited, i.id) AS bill, l.order_line, l.tax_percent,"
            + part("quantity", "back") + part("net", "net_back") + part("tax", "tax_back")
            + " i.id FROM crm.invoice i JOIN crm.invoice_line l ON l.company = i.company AND l.document = i.id"
            + " WHERE i.company = ? AND i.order_id = ?) x GROUP BY x.bill, x.order_line, x.tax_percent";

    private final DocumentEntities documents;
    private final Documents<GoodsReturn> returns;
    private final Sql sql;

    @Activate
    public ChargedRows(
            @Reference DocumentEntities documents, @Reference DocumentService described, @Reference Sql sql) {
        this.documents = documents;
        this.returns = described.of(GoodsReturn.class);
        this.sql = sql;
    }

    private static String part(String column, String back) {
        return " CASE WHEN i.credited IS NULL THEN l." + column + " ELSE 0 END AS " + column
                + ", CASE WHEN i.credited IS NULL THEN 0 ELSE l." + column + " END AS " + back + ",";
    }

    /** What is charged of an order: less what was credited, and less what will be for goods that came back. */
    Charged charged(Id company, Order order, Reckoning reckoning) {
        if (order.firstInvoice()) {
            return Charged.NOTHING;
        }
        var bills = bills(company, order.id());
        var pending = order.tookBack() ? pending(company, order.id()) : Map.<Charged.Key, BigDecimal>of();
        return Charged.of(bills, pending, reckoning);
    }

    /** What is credited of an invoice. */
    Charged credited(Id company, Invoice invoice) {
        return invoice.hasCredits()
                ? new Charged(bills(company, invoice.order()).stream()
                        .filter(bill -> bill.invoice().equals(invoice.id()))
                        .map(Bill::credited)
                        .toList())
                : Charged.NOTHING;
    }

    private List<Bill> bills(Id company, Id order) {
        documents.flush();
        return sql.list(row -> new Bill(new Id(row.getLong(1)), sum(row, 4), sum(row, 7)), BILLS, company, order);
    }

    private static Charged.Of sum(ResultSet row, int first) throws SQLException {
        return new Charged.Of(
                row.getInt(2),
                row.getBigDecimal(3),
                row.getBigDecimal(first),
                row.getBigDecimal(first + 1),
                row.getBigDecimal(first + 2));
    }

    /** Goods that came back after they were charged and are not credited yet. */
    private Map<Charged.Key, BigDecimal> pending(Id company, Id order) {
        var pending = new HashMap<Charged.Key, BigDecimal>();
        returns.flush();
        sql.list(
                row -> pending.put(new Charged.Key(new Id(row.getLong(1)), row.getInt(2)), row.getBigDecimal(3)),
                "SELECT d.invoice, l.order_line_v, SUM(l.quantity_v) FROM crm.delivery d"
                        + " JOIN crm.return_document r ON r.company = d.company AND r.delivery_v = d.id"
                        + " JOIN crm.return_document_line l ON l.company = r.company AND l.id = r.id"
                        + " WHERE d.company = ? AND d.order_id = ? AND d.invoice IS NOT NULL"
                        + " AND r.credit_note_v IS NULL AND r.invoice_v IS NULL GROUP BY d.invoice, l.order_line_v",
                company,
                order);
        return pending;
    }
}
