package org.stepwise.warehouse.internal.reservation;

import java.util.Optional;
import org.stepwise.data.Id;

/** The unfinished demands of one company for one product. */
interface Demands {
    Optional<Demand> find(Id order, int line);

    /** Of those with a backorder the one confirmed first. */
    Optional<Demand> oldestWaiting();

    /** Of those with a reservation who gives it up first: whoever held no stock, and of them who confirmed last. */
    Optional<Demand> leastEntitled();

    /** Adds, or replaces that of the same order line. */
    void put(Demand demand);

    void remove(Demand demand);
}
