package org.stepwise.warehouse.internal.verb;

/** What a role may be allowed to do in the warehouse. */
public final class WarehousePermissions {
    public static final String STOCK_READ = "warehouse.stock.read";
    public static final String VALUE_READ = "warehouse.value.read";
    public static final String STOCK_HOLD = "warehouse.stock.hold";
    public static final String OPENING_RECORD = "warehouse.opening.record";
    public static final String RECEIPT_RECORD = "warehouse.receipt.record";
    public static final String DELIVERY_PLAN = "warehouse.delivery.plan";
    public static final String DELIVERY_POST = "warehouse.delivery.post";
    public static final String RETURN_RECORD = "warehouse.return.record";
    public static final String VALUATION_SET = "warehouse.valuation.set";

    private WarehousePermissions() {}
}
