package org.stepwise.log.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.stepwise.log.Conclusions;
import org.stepwise.log.Entry;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;
import org.stepwise.log.internal.store.Jdbc;

/** Computes a cost of each sale that depends on all earlier ones of its product, and so on their order. */
final class Stock implements Reaction {
    final List<Long> positions = Collections.synchronizedList(new ArrayList<>());
    final AtomicLong tries = new AtomicLong();
    final AtomicLong surcharge = new AtomicLong();
    volatile Predicate<Sold> poisonous = sold -> false;
    volatile Runnable afterEffect = () -> {};
    private final Jdbc jdbc;

    Stock(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String module() {
        return "stock";
    }

    @Override
    public String name() {
        return "stock.costs";
    }

    @Override
    public void define(Handlers on) {
        on.react(Sold.class, sold -> List.of(sold.product()), this::sold);
    }

    private void sold(Entry<Sold> entry, Conclusions conclude) {
        tries.incrementAndGet();
        Sold sold = entry.event();
        int known = jdbc.update(
                "UPDATE shop.stock SET movements = movements + 1, trace = MOD(trace * 31 + ?, 1000003)"
                        + " WHERE company = ? AND product = ?",
                sold.quantity().longValueExact(),
                entry.company(),
                sold.product());
        if (known == 0) {
            jdbc.update(
                    "INSERT INTO shop.stock (company, product, movements, trace) VALUES (?, ?, 1, ?)",
                    entry.company(),
                    sold.product(),
                    sold.quantity().longValueExact());
        }
        if (poisonous.test(sold)) {
            throw new IllegalArgumentException("no cost for " + sold.product());
        }
        long trace = jdbc.first(
                        "SELECT trace FROM shop.stock WHERE company = ? AND product = ?",
                        row -> row.getLong(1),
                        entry.company(),
                        sold.product())
                .orElseThrow();
        conclude.append(new Costed(sold.document(), trace + surcharge.get()));
        positions.add(entry.position());
        afterEffect.run();
    }
}
