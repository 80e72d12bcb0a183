package org.stepwise.warehouse.internal.register;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.warehouse.internal.verb.WarehousePermissions;
import org.stepwise.warehouse.internal.verb.WarehouseVerbs;

/** Numbers and codes as people type them, and what they stand for. */
@Component(service = TypedNames.class)
public final class TypedNames {
    private final WarehouseVerbs verbs;
    private final Sql sql;

    @Activate
    public TypedNames(@Reference WarehouseVerbs verbs, @Reference Sql sql) {
        this.verbs = verbs;
        this.sql = sql;
    }

    /** The newest orders' numbers, for those who type one. */
    public List<String> orderNumbers() {
        return texts("SELECT number FROM warehouse.sales_order WHERE company = ? AND number IS NOT NULL"
                + " ORDER BY number DESC FETCH FIRST 100 ROWS ONLY");
    }

    /** The newest deliveries' numbers. */
    public List<String> deliveryNumbers() {
        return texts("SELECT number FROM warehouse.delivery_list WHERE company = ? AND number IS NOT NULL"
                + " ORDER BY number DESC FETCH FIRST 100 ROWS ONLY");
    }

    /** The newest planned deliveries' ids. */
    public List<String> plannedDeliveries() {
        return verbs.read(
                WarehousePermissions.STOCK_READ,
                () -> sql.list(
                        row -> new Id(row.getLong(1)).toString(),
                        "SELECT id FROM warehouse.document WHERE company = ? AND kind = 'DELIVERY'"
                                + " AND status = 'PLANNED' ORDER BY id DESC FETCH FIRST 100 ROWS ONLY",
                        verbs.company()));
    }

    public List<String> productCodes() {
        return texts("SELECT code FROM warehouse.stock_list WHERE company = ? ORDER BY code"
                + " FETCH FIRST 1000 ROWS ONLY");
    }

    private List<String> texts(String query) {
        return verbs.read(
                WarehousePermissions.STOCK_READ, () -> sql.list(row -> row.getString(1), query, verbs.company()));
    }

    /** The order with this number; any other text is taken for an id. */
    public Id order(String name) {
        return named("SELECT id FROM warehouse.sales_order WHERE company = ? AND number = ?", name);
    }

    /** The document with this number; any other text is taken for an id. */
    public Id documentId(String name) {
        return named("SELECT id FROM warehouse.document WHERE company = ? AND number = ?", name);
    }

    /** The product with this code; any other text is taken for an id. */
    public Id product(String name) {
        return named("SELECT id FROM warehouse.product WHERE company = ? AND code = ?", name);
    }

    private Id named(String query, String name) {
        return verbs.read(WarehousePermissions.STOCK_READ, () -> sql.first(
                        row -> new Id(row.getLong(1)), query, verbs.company(), name)
                .orElseGet(() -> Id.parse(name)));
    }
}
