package org.stepwise.warehouse.internal.register;

import java.util.List;
import org.stepwise.masterdata.MasterData;
import org.stepwise.web.Column;
import org.stepwise.web.ValueType;

/** Columns that several registers share. */
final class Shown {
    static final Column NUMBER = Column.of("number", ValueType.TEXT, "number").sorted();
    static final Column ON = Column.of("on", ValueType.DATE, "on_date").sorted();
    static final Column AMOUNT = Column.of("amount", ValueType.AMOUNT, "amount").shown();
    static final Column PARTY = Column.reference("party", "party", "masterdata.parties");
    static final Column PARTY_NAME = Column.named("partyName", "party", MasterData.PARTY_NAME);
    static final Column ORDER = Column.reference("order", "order_id", "crm.orders");
    static final Column ORDER_NUMBER = Column.of("orderNumber", ValueType.TEXT, "order_number");
    static final Column PRODUCT = Column.reference("product", "product", "masterdata.products");

    static final List<Column> RECEIPT_LINES = List.of(
            Column.of("line", ValueType.NUMBER, "line"),
            PRODUCT,
            Column.of("productCode", ValueType.TEXT, "product_code"),
            Column.of("productName", ValueType.TEXT, "product_name"),
            Column.of("quantity", ValueType.QUANTITY, "quantity"),
            Column.of("unitCost", ValueType.QUANTITY, "unit_cost"),
            Column.of("amount", ValueType.AMOUNT, "amount"));

    static final List<Column> MOVEMENT_LINES = List.of(
            Column.of("line", ValueType.NUMBER, "line"),
            Column.of("orderLine", ValueType.NUMBER, "order_line"),
            PRODUCT,
            Column.of("productCode", ValueType.TEXT, "product_code"),
            Column.of("productName", ValueType.TEXT, "product_name"),
            Column.of("quantity", ValueType.QUANTITY, "quantity"),
            Column.of("returned", ValueType.QUANTITY, "returned"),
            Column.of("amount", ValueType.AMOUNT, "amount"));

    private Shown() {}
}
