package org.stepwise.warehouse;

import java.math.BigDecimal;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

/** The one synchronous promise: stock held for an order while it is typed, until reserved or expired. */
@ProviderType
public interface StockHolds {

    /**
     * Holds for the order what is wanted, all or nothing, replacing what it held before; refuses with
     * {@code warehouse.stock.not-available} and the quantities there are. Joins the running transaction.
     */
    void hold(Id order, Map<Id, BigDecimal> wanted);

    /** Whether something is held for the order now; asked by whoever confirms it, whatever else he may. */
    boolean holds(Id order);

    void release(Id order);

    /** What could be promised now of each product: on hand less reserved less held. */
    Map<Id, BigDecimal> available(java.util.Collection<Id> products);
}
