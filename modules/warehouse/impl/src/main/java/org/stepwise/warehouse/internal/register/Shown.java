package org.stepwise.warehouse.internal.register;

import java.util.List;
import java.util.Map;
import org.stepwise.data.TableList.Base;
import org.stepwise.masterdata.MasterData;
import org.stepwise.warehouse.StockService.NewMovementLine;
import org.stepwise.warehouse.StockService.NewReceiptLine;
import org.stepwise.warehouse.internal.desk.Quantities;
import org.stepwise.web.Column;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.ValueType;

/** Columns and fields that several registers share. */
final class Shown {
    static final Column NUMBER = Column.of("number", ValueType.TEXT, "number").sorted();
    static final Column ON = Column.of("on", ValueType.DATE, "on_date").sorted();
    static final Column AMOUNT = Column.of("amount", ValueType.AMOUNT, "amount").shown();
    static final Column PARTY_NAME = Column.named("partyName", "party", MasterData.PARTY_NAME);
    static final Column ORDER_NUMBER = Column.of("orderNumber", ValueType.TEXT, "order_number");

    static final Field DAY = Field.of("on", ValueType.DATE);

    static final List<Column> RECEIPT_LINE_COLUMNS = List.of(
            Column.of("line", ValueType.NUMBER, "line"),
            Column.reference("product", "product", "masterdata.products"),
            Column.of("productCode", ValueType.TEXT, "product_code"),
            Column.of("productName", ValueType.TEXT, "product_name"),
            Column.of("quantity", ValueType.QUANTITY, "quantity"),
            Column.of("unitCost", ValueType.QUANTITY, "unit_cost"),
            Column.of("amount", ValueType.AMOUNT, "amount"));
    static final List<Field> RECEIPT_LINE_FIELDS = List.of(
            Field.reference("product", "masterdata.products").must(),
            Field.of("quantity", ValueType.QUANTITY).must(),
            Field.of("unitCost", ValueType.QUANTITY).must());

    static final List<Column> MOVEMENT_LINE_COLUMNS = List.of(
            Column.of("line", ValueType.NUMBER, "line"),
            Column.of("orderLine", ValueType.NUMBER, "order_line"),
            Column.reference("product", "product", "masterdata.products"),
            Column.of("productCode", ValueType.TEXT, "product_code"),
            Column.of("productName", ValueType.TEXT, "product_name"),
            Column.of("quantity", ValueType.QUANTITY, "quantity"),
            Column.of("returned", ValueType.QUANTITY, "returned"),
            Column.of("amount", ValueType.AMOUNT, "amount"));
    static final List<Field> MOVEMENT_LINE_FIELDS = List.of(
            Field.of("orderLine", ValueType.NUMBER).must(),
            Field.of("quantity", ValueType.QUANTITY).must());

    private Shown() {}

    static List<NewReceiptLine> receiptLines(Form form) {
        return form.lines("lines").stream()
                .map(line -> new NewReceiptLine(line.id("product"), line.decimal("quantity"), line.decimal("unitCost")))
                .toList();
    }

    /** The table behind the lists of documents. */
    static Base documents(String kind) {
        return new Base("warehouse.document", "id", Map.of("kind", kind), true);
    }

    static List<NewMovementLine> movementLines(Form form) {
        return form.lines("lines").stream()
                .map(line -> new NewMovementLine(
                        Quantities.INPUT.line("orderLine", line.decimal("orderLine")), line.decimal("quantity")))
                .toList();
    }
}
