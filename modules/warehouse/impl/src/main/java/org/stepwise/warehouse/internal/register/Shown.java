package org.stepwise.warehouse.internal.register;

import java.util.List;
import org.stepwise.masterdata.MasterData;
import org.stepwise.web.Column;

/** Columns that several registers share. */
final class Shown {
    static final Column NUMBER = Column.text("number").sorted();
    static final Column ON = Column.day("on", "on_date").sorted();
    static final Column AMOUNT = Column.amount("amount").shown();
    static final Column PARTY = Column.reference("party", "party", "masterdata.parties");
    static final Column PARTY_NAME = Column.named("partyName", "party", MasterData.PARTY_NAME);
    static final Column ORDER = Column.reference("order", "order_id", "crm.orders");
    static final Column ORDER_NUMBER = Column.text("orderNumber");
    static final Column PRODUCT = Column.reference("product", "product", "masterdata.products");

    static final List<Column> RECEIPT_LINES = List.of(
            Column.number("line"),
            PRODUCT,
            Column.text("productCode"),
            Column.text("productName"),
            Column.quantity("quantity"),
            Column.quantity("unitCost"),
            Column.amount("amount"));

    static final List<Column> MOVEMENT_LINES = List.of(
            Column.number("line"),
            Column.number("orderLine"),
            PRODUCT,
            Column.text("productCode"),
            Column.text("productName"),
            Column.quantity("quantity"),
            Column.quantity("returned"),
            Column.amount("amount"));

    private Shown() {}
}
