package org.stepwise.log.internal;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;
import org.stepwise.log.Recorded;
import org.stepwise.log.internal.store.Jdbc;

/** The till's own copy of prices; it is slow, and reads the sales as well. */
final class PriceList implements Projection {
    private final Jdbc jdbc;

    PriceList(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String module() {
        return "till";
    }

    @Override
    public String name() {
        return "till.prices";
    }

    @Override
    public void define(Handlers on) {
        on.apply(Priced.class, priced -> List.of(priced.product()), this::priced)
                .apply(Sold.class, sold -> List.of(), sold -> rest(1));
    }

    private static void rest(long milliseconds) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
    }

    private void priced(Recorded<Priced> recorded) {
        rest(30);
        Priced priced = recorded.event();
        int known = jdbc.update(
                "UPDATE shop.till_price SET price = ? WHERE company = ? AND product = ? AND valid_from = ?",
                priced.price(),
                recorded.company(),
                priced.product(),
                priced.validFrom());
        if (known == 0) {
            jdbc.update(
                    "INSERT INTO shop.till_price (company, product, valid_from, price) VALUES (?, ?, ?, ?)",
                    recorded.company(),
                    priced.product(),
                    priced.validFrom(),
                    priced.price());
        }
    }
}
