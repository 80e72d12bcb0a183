package org.stepwise.masterdata.internal.product;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Sql;
import org.stepwise.error.Conflict;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Log;
import org.stepwise.masterdata.MasterData.ProductView;
import org.stepwise.masterdata.internal.use.ProductUse;
import org.stepwise.security.Callers;

/** Unit and kind of a product change only as long as no fact names it: 11 pieces must never become 11 kilograms. */
@Component(service = UnitChange.class)
public final class UnitChange {
    private static final long MOST_MILLISECONDS = 2_000;

    private final ProductUse use;
    private final Sql sql;
    private final Log log;
    private final Deliveries deliveries;
    private final Callers callers;

    @Activate
    public UnitChange(
            @Reference ProductUse use,
            @Reference Sql sql,
            @Reference Log log,
            @Reference Deliveries deliveries,
            @Reference Callers callers) {
        this.use = use;
        this.sql = sql;
        this.log = log;
        this.deliveries = deliveries;
        this.callers = callers;
    }

    /**
     * Keeps the product until the transaction ends and refuses when a fact names it. It waits for facts under way that
     * name it (they keep its row, and a lock that is only meant to be raised later would not meet them), then until all
     * that is recorded has been looked at.
     */
    void requireFree(ProductView product) {
        var company = callers.current().company();
        sql.write("UPDATE masterdata.product SET unit = unit WHERE company = ? AND id = ?", company, product.id());
        if (!use.found(company, product.id())
                && !deliveries.await(company, "masterdata", log.last(), MOST_MILLISECONDS)) {
            throw new Conflict(
                    "masterdata.product.busy",
                    "not everything recorded is looked at yet, and unit and kind of " + product.code()
                            + " are fixed once something names it: try again");
        }
        if (use.found(company, product.id())) {
            throw new Conflict(
                    "masterdata.product.in-use",
                    "orders or movements name product " + product.code() + " in " + product.unit()
                            + " already, so its unit and kind stay; record another product, and set this one inactive");
        }
    }
}
