package org.stepwise.warehouse.internal.valuation;

import java.util.Optional;

/** The layers and debts of one product, each from its oldest on; only the ends are ever looked at. */
interface Layers {
    Optional<Layer> oldest();

    Optional<Layer> find(long seq);

    /** Adds, or replaces the one with this {@code seq}. */
    void put(Layer layer);

    void remove(Layer layer);

    Optional<Debt> oldestDebt();

    void put(Debt debt);

    void remove(Debt debt);
}
