package org.stepwise.warehouse.internal.valuation;

import java.util.Optional;
import java.util.TreeMap;

/** The layers of one product without a database. */
final class LayersInMemory implements Layers {
    private final TreeMap<Long, Layer> layers = new TreeMap<>();
    private final TreeMap<Long, Debt> debts = new TreeMap<>();

    TreeMap<Long, Layer> all() {
        return layers;
    }

    @Override
    public Optional<Layer> oldest() {
        return layers.isEmpty()
                ? Optional.empty()
                : Optional.of(layers.firstEntry().getValue());
    }

    @Override
    public Optional<Layer> find(long seq) {
        return Optional.ofNullable(layers.get(seq));
    }

    @Override
    public void put(Layer layer) {
        layers.put(layer.seq(), layer);
    }

    @Override
    public void remove(Layer layer) {
        layers.remove(layer.seq());
    }

    @Override
    public Optional<Debt> oldestDebt() {
        return debts.isEmpty()
                ? Optional.empty()
                : Optional.of(debts.firstEntry().getValue());
    }

    @Override
    public void put(Debt debt) {
        debts.put(debt.seq(), debt);
    }

    @Override
    public void remove(Debt debt) {
        debts.remove(debt.seq());
    }
}
