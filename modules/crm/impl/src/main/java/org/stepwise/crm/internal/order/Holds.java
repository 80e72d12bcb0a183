package org.stepwise.crm.internal.order;

import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.crm.internal.SalesVerbs;
import org.stepwise.data.Id;
import org.stepwise.error.Conflict;
import org.stepwise.warehouse.StockHolds;

/** Asks the warehouse to hold stock, when there is a warehouse: sales works alone (law 18). */
@Component(service = Holds.class)
public final class Holds {
    private final SalesVerbs sales;
    private final AtomicReference<StockHolds> warehouse = new AtomicReference<>();

    @Activate
    public Holds(@Reference SalesVerbs sales) {
        this.sales = sales;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removedWarehouse")
    public void addedWarehouse(StockHolds holds) {
        warehouse.set(holds);
    }

    public void removedWarehouse(StockHolds holds) {
        warehouse.compareAndSet(holds, null);
    }

    void hold(Id order, Map<Id, BigDecimal> wanted) {
        var holds = warehouse.get();
        if (holds == null || !sales.warehouseKeepsStock()) {
            throw new Conflict(
                    "crm.hold.warehouse-is-off", "stock is held while the warehouse is on; confirm the order instead");
        }
        holds.hold(order, wanted);
    }

    /** Whether what was held for the order is held still. */
    boolean kept(Id order) {
        var holds = warehouse.get();
        return holds != null && sales.warehouseKeepsStock() && holds.holds(order);
    }

    /** Nothing to release where nothing could be held. */
    void release(Id order) {
        var holds = warehouse.get();
        if (holds != null && sales.warehouseKeepsStock()) {
            holds.release(order);
        }
    }
}
