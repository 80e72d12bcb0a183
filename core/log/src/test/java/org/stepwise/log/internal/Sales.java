package org.stepwise.log.internal;

import java.util.List;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;
import org.stepwise.log.Recorded;
import org.stepwise.log.internal.store.Jdbc;

/** The shop's documents; a sale applied twice breaks its key. */
final class Sales implements Projection {
    private final Jdbc jdbc;

    Sales(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String module() {
        return "shop";
    }

    @Override
    public String name() {
        return "shop.sales";
    }

    @Override
    public void define(Handlers on) {
        on.apply(Sold.class, sold -> List.of(sold.document()), this::sold)
                .apply(Priced.class, priced -> List.of(priced.product()), this::priced)
                .apply(Costed.class, costed -> List.of(costed.document()), this::costed);
    }

    private void sold(Recorded<Sold> recorded) {
        Sold sold = recorded.event();
        jdbc.update(
                "INSERT INTO shop.sale (company, document, product, quantity) VALUES (?, ?, ?, ?)",
                recorded.company(),
                sold.document(),
                sold.product(),
                sold.quantity());
    }

    private void priced(Recorded<Priced> recorded) {
        Priced priced = recorded.event();
        jdbc.update(
                "DELETE FROM shop.price WHERE company = ? AND product = ? AND valid_from = ?",
                recorded.company(),
                priced.product(),
                priced.validFrom());
        jdbc.update(
                "INSERT INTO shop.price (company, product, valid_from, price) VALUES (?, ?, ?, ?)",
                recorded.company(),
                priced.product(),
                priced.validFrom(),
                priced.price());
    }

    private void costed(Recorded<Costed> recorded) {
        jdbc.update(
                "INSERT INTO shop.cost (company, document, cost) VALUES (?, ?, ?)",
                recorded.company(),
                recorded.event().document(),
                recorded.event().cost());
    }
}
