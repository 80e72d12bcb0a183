package org.stepwise.warehouse.internal.verb;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.stepwise.security.PermissionSet;

/** What a role may be allowed to do in the warehouse. */
@Component
public final class WarehousePermissions implements PermissionSet {
    public static final String STOCK_READ = "warehouse.stock.read";
    public static final String VALUE_READ = "warehouse.value.read";
    public static final String STOCK_HOLD = "warehouse.stock.hold";
    public static final String OPENING_RECORD = "warehouse.opening.record";
    public static final String RECEIPT_RECORD = "warehouse.receipt.record";
    public static final String DELIVERY_PLAN = "warehouse.delivery.plan";
    public static final String DELIVERY_POST = "warehouse.delivery.post";
    public static final String RETURN_RECORD = "warehouse.return.record";
    public static final String VALUATION_SET = "warehouse.valuation.set";

    @Override
    public String module() {
        return "warehouse";
    }

    @Override
    public Map<String, String> permissions() {
        return Map.of(
                STOCK_READ, "See stock, deliveries, receipts and returns",
                VALUE_READ, "See movements with their cost",
                STOCK_HOLD, "Hold stock for an order while it is typed",
                OPENING_RECORD, "Record opening stock",
                RECEIPT_RECORD, "Record goods received",
                DELIVERY_PLAN, "Plan deliveries and change planned ones",
                DELIVERY_POST, "Post deliveries: goods leave the house",
                RETURN_RECORD, "Take goods back from customers",
                VALUATION_SET, "Set how stock is valued");
    }
}
