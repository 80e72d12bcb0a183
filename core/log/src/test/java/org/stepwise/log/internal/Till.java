package org.stepwise.log.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;
import org.stepwise.log.internal.store.Jdbc;

/** Notes the newest price it knows at each sale. */
final class Till implements Reaction {
    final List<String> prices = Collections.synchronizedList(new ArrayList<>());
    private final Jdbc jdbc;

    Till(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String module() {
        return "till";
    }

    @Override
    public String name() {
        return "till.receipts";
    }

    @Override
    public void define(Handlers on) {
        on.react(
                Sold.class,
                sold -> List.of(),
                (entry, conclude) -> prices.add(jdbc.first(
                                "SELECT COALESCE(MAX(price), 0) FROM shop.till_price WHERE company = ? AND product = ?",
                                row -> row.getString(1),
                                entry.company(),
                                entry.event().product())
                        .orElse("none")));
    }
}
